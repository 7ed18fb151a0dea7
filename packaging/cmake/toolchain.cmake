# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the project is compiled: language, warnings, linker, cache, sanitizers.

add_library(strict INTERFACE)
target_compile_features(strict INTERFACE cxx_std_20)
target_compile_options(strict INTERFACE
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor)
target_compile_definitions(strict INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(PENNYWORTH_WERROR)
    target_compile_options(strict INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Without it a precompiled header is never found again by ccache.
    target_compile_options(strict INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
else()
    target_compile_options(strict INTERFACE -fpch-preprocess)
endif()

find_program(PENNYWORTH_MOLD mold)
if(PENNYWORTH_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

find_program(PENNYWORTH_CCACHE ccache)
if(PENNYWORTH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${PENNYWORTH_CCACHE})
endif()

if(PENNYWORTH_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(PENNYWORTH_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
if(PENNYWORTH_CLAZY)
    set(checks level1 no-non-pod-global-static isempty-vs-count unneeded-cast qhash-with-char-pointer-key)
    list(JOIN checks "," checks)
    target_compile_options(strict INTERFACE
        "SHELL:-Xclang -load -Xclang ClazyPlugin.so -Xclang -add-plugin -Xclang clazy"
        "SHELL:-Xclang -plugin-arg-clazy -Xclang ${checks}")
endif()
