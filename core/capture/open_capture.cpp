// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/byte_source.h"
#include "capture/frame_source.h"
#include "capture/libpcap_source.h"
#include "capture/packing.h"
#include "capture/pcap_file_source.h"
#include "capture/stream_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sweepscope {

namespace {

using Opened = Result<std::unique_ptr<FrameSource>>;

/// Enough to see what a file holds, and how its first records follow one another.
constexpr std::size_t kFrontBytes = std::size_t{8} * 1024;
/// Enough to tell what it is to a person.
constexpr std::size_t kShownBytes = 64;

/// How many bytes the UTF-8 character that this byte begins has; 0 where it begins none in a text.
std::size_t characterBytes(std::uint8_t first) {
    if (first < 0x80)
        return first >= ' ' ? (first == 0x7f ? 0 : 1)
                            : first == '\t' || first == '\n' || first == '\r';
    if (first < 0xc2 || first > 0xf4)
        return 0;
    return first < 0xe0 ? 2 : (first < 0xf0 ? 3 : 4);
}

/// Whether the bytes are text in UTF-8; the last character may be cut.
bool isText(ByteSpan bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = characterBytes(bytes[at]);
        if (length == 0 || (at == 0 && length > bytes.size()))
            return false;
        const std::size_t end = std::min(at + length, bytes.size());
        for (std::size_t i = at + 1; i < end; ++i) {
            if ((bytes[i] & 0xc0) != 0x80)
                return false;
        }
        at += length;
    }
    return true;
}

std::string hex(ByteSpan bytes) {
    return fmt::format(
        "{:02x}", fmt::join(bytes.first(std::min<std::size_t>(bytes.size(), 4)), " "));
}

Error notACapture(const std::string& path, ByteSpan front) {
    const ByteSpan bytes = front.first(std::min(front.size(), kShownBytes));
    if (bytes.empty())
        return {about(path, say("is empty; a capture has at least a header of 24 bytes"))};
    if (isText(bytes))
        return {about(path, say("is text, not a capture"))};
    return {about(path, say("is not a capture: it begins with the bytes %1, which no format known "
                            "here does",
                            {{hex(bytes)}}))};
}

Error cannotRead(const std::string& path, const Error& why) {
    return {about(path, say("cannot be read: %1", {{why.sentence}}))};
}

/// A stream and what was read of it to see what it is.
struct Content {
    std::vector<std::uint8_t> front;
    std::unique_ptr<ByteSource> rest;
    std::string packing; ///< ", gzip" and its like

    [[nodiscard]] bool isWhole() const { return front.size() < kFrontBytes; }

    [[nodiscard]] std::unique_ptr<ByteSource> whole() && {
        return withFront(std::move(front), std::move(rest));
    }
};

Result<Content> lookAt(std::unique_ptr<ByteSource> bytes, const std::string& packing) {
    Content content{std::vector<std::uint8_t>(kFrontBytes), std::move(bytes), packing};
    const auto got = readFully(*content.rest, content.front);
    if (!got.ok())
        return got.error();
    content.front.resize(got.value());
    return content;
}

/// Takes one packing after another off, each running on a thread of its own.
Result<Content> unpackAll(Content content) {
    constexpr int kMostPackings =
        3; // what is packed more often was packed by mistake, or in malice
    for (int depth = 0; depth < kMostPackings; ++depth) {
        const Packing packing = packingOf(content.front);
        if (packing == Packing::none)
            break;
        const std::string name = content.packing + ", " + std::string(nameOf(packing));
        Result<Content> inside =
            lookAt(readAhead(unpack(std::move(content).whole(), packing)), name);
        if (!inside.ok())
            return inside;
        content = std::move(inside).value();
    }
    return content;
}

Opened openPcapStream(Content content, const std::string& path) {
    const Result<PcapLayout> layout = readPcapLayout(content.front);
    if (!layout.ok())
        return cannotRead(path, layout.error());
    const ByteSpan records = ByteSpan(content.front).subspan(layout.value().headerBytes);
    const PcapLayout chosen = chooseRecordHeader(layout.value(), records, content.isWhole());
    std::vector<std::uint8_t> behindHeader(records.begin(), records.end());
    return std::unique_ptr<FrameSource>(std::make_unique<PcapStreamSource>(
        withFront(std::move(behindHeader), std::move(content.rest)), chosen, content.packing));
}

Opened openPcapng(Content content, const std::string& path) {
    // Where not even the first block can be read, there is no capture to speak of.
    std::vector<Frame> ignored;
    const PcapngWalker::Outcome front = PcapngWalker().walk(content.front, ignored);
    if (front.taken == 0 && front.problem)
        return cannotRead(path, Error{*front.problem});
    if (front.taken == 0 && content.isWhole())
        return cannotRead(path, Error{say("the first block is cut short")});
    const std::string packing = content.packing;
    return std::unique_ptr<FrameSource>(
        std::make_unique<PcapngSource>(std::move(content).whole(), packing));
}

/// What none of the readers here knows, libpcap may.
Opened openOther(Content content, const std::string& path) {
    const Error unknown = notACapture(path, content.front);
    const std::string packing = content.packing;
    Opened viaLibpcap = openThroughLibpcap(std::move(content).whole(), path, packing);
    return viaLibpcap.ok() ? std::move(viaLibpcap) : unknown;
}

Opened openStream(FileHandle file, const std::string& path) {
    Result<Content> packed = lookAt(fromFile(std::move(file)), "");
    if (!packed.ok())
        return cannotRead(path, packed.error());
    Result<Content> unpacked = unpackAll(std::move(packed).value());
    if (!unpacked.ok())
        return cannotRead(path, unpacked.error());
    Content content = std::move(unpacked).value();
    if (looksLikePcap(content.front))
        return openPcapStream(std::move(content), path);
    return looksLikePcapng(content.front) ? openPcapng(std::move(content), path)
                                          : openOther(std::move(content), path);
}

/// A classic capture that was not compressed and has places: the one kind that many threads read.
Opened openPcapFile(FileHandle file, ByteSpan front, const std::string& path) {
    const Result<PcapLayout> layout = readPcapLayout(front);
    if (!layout.ok())
        return cannotRead(path, layout.error());
    const PcapLayout chosen = chooseRecordHeader(
        layout.value(), front.subspan(layout.value().headerBytes), front.size() < kFrontBytes);
    return std::unique_ptr<FrameSource>(std::make_unique<PcapFileSource>(std::move(file), chosen));
}

} // namespace

Result<std::unique_ptr<FrameSource>> openCapture(
    const std::string& path, const std::stop_token& stop) {
    Result<FileHandle> opened = path == "-" ? Result<FileHandle>(FileHandle::standardInput())
                                            : FileHandle::openToRead(path);
    if (!opened.ok())
        return opened.error();
    FileHandle file = std::move(opened).value();
    file.endReadingOn(stop);
    if (!file.hasPlaces())
        return openStream(std::move(file), path);
    std::vector<std::uint8_t> front(kFrontBytes);
    const auto got = file.readAt(0, front);
    if (!got.ok())
        return cannotRead(path, got.error());
    front.resize(got.value());
    return looksLikePcap(front) ? openPcapFile(std::move(file), front, path)
                                : openStream(std::move(file), path);
}

Result<std::unique_ptr<FrameSource>> openWithLibpcap(const std::string& path) {
    Result<FileHandle> file = FileHandle::openToRead(path);
    if (!file.ok())
        return file.error();
    return openThroughLibpcap(fromFile(std::move(file).value()), path, "");
}

} // namespace sweepscope
