// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/address.h"
#include "base/result.h"
#include "geo/source_origins.h"
#include "session/saved_index.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>

struct evp_cipher_ctx_st;

namespace sweepscope {

/// Puts other addresses in place of the real ones, by a key, so that two addresses that share their
/// first n bits still share exactly n: networks stay networks, and nobody without the key can tell
/// which. Crypto-PAn (Xu, Fan, Ammar, Moon, "Prefix-preserving IP address anonymization", 2002)
/// with AES-128; IPv6 the same over 128 bits. The same key gives the same addresses anywhere.
///
/// For one thread.
class Anonymiser {
public:
    static constexpr std::size_t kKeyBytes = 32; ///< 16 of AES, 16 that become the padding

    explicit Anonymiser(const std::array<std::uint8_t, kKeyBytes>& key);

    /// The key in a file: 64 hexadecimal digits, as `openssl rand -hex 32` writes them.
    static Result<Anonymiser> withKeyFrom(const std::string& path);

    [[nodiscard]] Address map(const Address& address) const;
    [[nodiscard]] Prefix map(const Prefix& prefix) const;

private:
    static constexpr std::size_t kBlockBytes = 16;
    using Block = std::array<std::uint8_t, kBlockBytes>;

    struct Free {
        void operator()(evp_cipher_ctx_st* cipher) const;
    };

    [[nodiscard]] Block mask(const Block& address, unsigned bits) const;

    std::unique_ptr<evp_cipher_ctx_st, Free> m_cipher;
    Block m_padding{};
};

/// The index with other sources, targets and telescope. Countries and networks of the sources are
/// looked up before, since nobody can afterwards, and kept. Folders of the captures and a filter
/// are left out, as they may tell where the telescope is, and so are notes of the user, who may
/// name anybody; prefixes that a session is narrowed to are mapped. Everything else stays as it is.
SavedIndex anonymise(
    const SavedIndex& saved, const SourceOrigins& origins, const Anonymiser& anonymiser);

} // namespace sweepscope
