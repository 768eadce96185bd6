// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/capture_hash.h"

#include "base/file_handle.h"
#include "base/team.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <openssl/evp.h>

namespace sweepscope {

namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};

} // namespace

std::string hashOfFile(const std::string& path, const std::stop_token& stop) {
    const Result<FileHandle> file =
        path == "-" ? Result<FileHandle>(Error{std::string()}) : FileHandle::openToRead(path);
    if (!file.ok() || !file.value().hasPlaces())
        return {};
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    constexpr std::size_t kStep = std::size_t{1024} * 1024;
    std::vector<std::uint8_t> buffer(kStep);
    std::uint64_t at = 0;
    for (;;) {
        const Result<std::size_t> got = file.value().readAt(at, buffer);
        if (!got.ok() || stop.stop_requested())
            return {};
        if (got.value() == 0)
            break;
        EVP_DigestUpdate(digest.get(), buffer.data(), got.value());
        at += got.value();
    }
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> hash{};
    unsigned bytes = 0;
    EVP_DigestFinal_ex(digest.get(), hash.data(), &bytes);
    std::string text;
    for (unsigned i = 0; i < bytes; ++i)
        text += fmt::format("{:02x}", hash[i]);
    return text;
}

std::vector<std::string> hashesOfFiles(
    const std::vector<std::string>& paths, unsigned threads, const std::stop_token& stop) {
    std::vector<std::string> hashes(paths.size());
    Team team(std::max(threads, 1U));
    forAll(&team, paths.size(),
        [&](unsigned, std::size_t i) { hashes[i] = hashOfFile(paths[i], stop); });
    return hashes;
}

} // namespace sweepscope
