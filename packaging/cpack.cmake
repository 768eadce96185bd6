# SPDX-License-Identifier: GPL-3.0-or-later
# Packages: `cpack` in a build folder makes the Debian ones and the source archive
# (packaging/make_release.sh makes everything, with checksums).
#
#   sweepscope-cli      the command line, the database and the sample; no Qt
#   sweepscope          the window and its place on the desktop; needs sweepscope-cli
#   libsweepscope-dev   the core for other programs
include(GNUInstallDirs)

set(CPACK_PACKAGE_NAME sweepscope)
set(CPACK_PACKAGE_VENDOR "The Sweepscope authors")
set(CPACK_PACKAGE_CONTACT "The Sweepscope authors <authors@sweepscope.org>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://sweepscope.org")
# Debian wants a synopsis that begins in lower case and is no sentence.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "shows who sweeps the Internet, from telescope captures")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL cli dev)
if(SWEEPSCOPE_WINDOW)
    list(APPEND CPACK_COMPONENTS_ALL window)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)

set(CPACK_DEBIAN_CLI_PACKAGE_NAME sweepscope-cli)
set(CPACK_DEBIAN_CLI_DESCRIPTION "Sweepscope reads captures of a network telescope, that is of traffic to
addresses that nobody uses, and reports who scans the Internet: which ports,
from which countries and networks, with which tools, in scans of which size.
.
This package has the command line, the database of countries and networks,
and a sample capture. It needs no display.")
set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS sweepscope)

set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME sweepscope)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS
    "sweepscope-cli (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}), fonts-dejavu-core | fonts-noto-core, hicolor-icon-theme, libqt6svg6")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS qt6-wayland)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS wireshark)
set(CPACK_DEBIAN_WINDOW_DESCRIPTION "Sweepscope opens captures of a network telescope, that is of traffic to
addresses that nobody uses, and shows who scans the Internet: which ports,
from which countries and networks, with which tools, in scans of which size.
A capture is read once; then every threshold of the question what a scan is
is a slider that answers at once.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libsweepscope-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libpcap-dev, libmaxminddb-dev, libfmt-dev, \
nlohmann-json3-dev, libtomlplusplus-dev, zlib1g-dev, libbz2-dev, libzstd-dev, liblz4-dev, liblzma-dev, \
libsqlite3-dev, libssl-dev")
set(CPACK_DEBIAN_DEV_DESCRIPTION "The core of Sweepscope for programs of one's own: reading captures of a
network telescope, bursts, scans under thresholds, and statistics over them.
Static libraries, headers and the CMake package sweepscope.")

# Scripts of the packages: the desktop's own triggers keep menus, types and icons up to date.
set(CPACK_SOURCE_GENERATOR TXZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME sweepscope-${PROJECT_VERSION}-source)
set(CPACK_VERBATIM_VARIABLES TRUE) # else the backslashes below are read twice
set(CPACK_SOURCE_IGNORE_FILES "/\\.git/" "/build/" "/\\.cache/" "\\.user$" "/__pycache__/")

# The papers that Debian wants beside each package.
foreach(pair IN ITEMS cli:sweepscope-cli window:sweepscope dev:libsweepscope-dev)
    string(REPLACE ":" ";" pair ${pair})
    list(GET pair 0 component)
    list(GET pair 1 package)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/copyright
        DESTINATION share/doc/${package} COMPONENT ${component})
    install(FILES ${PROJECT_BINARY_DIR}/packaging/changelog.Debian.gz
        DESTINATION share/doc/${package} COMPONENT ${component})
    configure_file(${PROJECT_SOURCE_DIR}/packaging/debian/lintian-overrides.in
        ${PROJECT_BINARY_DIR}/packaging/${package}.lintian-overrides @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/packaging/${package}.lintian-overrides
        DESTINATION share/lintian/overrides RENAME ${package} COMPONENT ${component})
endforeach()
include(CPack)
