# SPDX-License-Identifier: GPL-3.0-or-later
# What other programs need to find the core: find_package(sweepscope) gives sweepscope::core.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/sweepscope)
install(EXPORT sweepscope FILE sweepscopeTargets.cmake NAMESPACE sweepscope::
    DESTINATION ${package_folder} COMPONENT dev)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/sweepscopeConfig.cmake.in
    ${PROJECT_BINARY_DIR}/generated/sweepscopeConfig.cmake INSTALL_DESTINATION ${package_folder})
# Before 1.0 every minor version may break the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/generated/sweepscopeConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES
    ${PROJECT_BINARY_DIR}/generated/sweepscopeConfig.cmake
    ${PROJECT_BINARY_DIR}/generated/sweepscopeConfigVersion.cmake
    DESTINATION ${package_folder} COMPONENT dev)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/core_dependencies.cmake
    DESTINATION ${package_folder} RENAME sweepscopeDependencies.cmake COMPONENT dev)
