# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack on the tree that is going to be packed: what Debian's policy asks for beyond what is installed everywhere.
set(share ${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
set(documentation ${share}/doc/${CPACK_DEBIAN_PACKAGE_NAME})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/copyright ${CMAKE_CURRENT_LIST_DIR}/changelog DESTINATION ${documentation}
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(GLOB pages ${share}/man/man*/*)
execute_process(COMMAND gzip --best --no-name ${documentation}/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)
