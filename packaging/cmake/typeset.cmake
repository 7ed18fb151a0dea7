# SPDX-License-Identifier: GPL-3.0-or-later
# pennyworth_fetch_typesetters(<variable>): the folder with the packages of resources/typeset, fetched by npm into the build tree, once for
# each lock file; empty where that is not possible. Everything else builds without them.
function(pennyworth_fetch_typesetters variable)
    set(source ${PROJECT_SOURCE_DIR}/resources/typeset)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}/package-lock.json)
    file(SHA256 ${source}/package-lock.json key)
    string(SUBSTRING ${key} 0 16 key)
    set(folder ${PROJECT_BINARY_DIR}/typeset/${key})
    set(${variable} "" PARENT_SCOPE)

    if(NOT EXISTS ${folder}/complete)
        find_program(PENNYWORTH_NPM npm)
        if(NOT PENNYWORTH_NPM)
            message(WARNING "npm is missing: code will not be coloured and TeX will be shown as its source")
            return()
        endif()
        message(STATUS "Fetching what sets TeX and colours code (npm ci)")
        foreach(file .npmrc package.json package-lock.json)
            configure_file(${source}/${file} ${folder}/${file} COPYONLY)
        endforeach()
        execute_process(
            COMMAND ${PENNYWORTH_NPM} ci --ignore-scripts --no-audit --no-fund
            WORKING_DIRECTORY ${folder}
            TIMEOUT 300
            RESULT_VARIABLE failure OUTPUT_VARIABLE output ERROR_VARIABLE output)
        if(failure)
            message(WARNING "npm failed: code will not be coloured and TeX will be shown as its source\n${output}")
            return()
        endif()
        file(WRITE ${folder}/complete "")
    endif()
    set(${variable} ${folder}/node_modules PARENT_SCOPE)
endfunction()
