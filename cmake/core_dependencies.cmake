# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries that the core leans on, and what for. Installed beside the core, since programs that
# embed it link them too.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)           # text
find_package(nlohmann_json REQUIRED) # reports
find_package(ZLIB REQUIRED)          # .gz captures, and their like:
find_package(BZip2 REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(lz4 REQUIRED IMPORTED_TARGET liblz4)
find_path(TOMLPLUSPLUS_HEADERS toml++/toml.h REQUIRED) # rules of users; used as headers alone
pkg_check_modules(lzma REQUIRED IMPORTED_TARGET liblzma)
pkg_check_modules(pcap REQUIRED IMPORTED_TARGET libpcap)          # filters, odd formats
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)         # index and session files
pkg_check_modules(crypto REQUIRED IMPORTED_TARGET libcrypto)       # SHA-256, AES
pkg_check_modules(maxminddb REQUIRED IMPORTED_TARGET libmaxminddb) # country and network of a source
