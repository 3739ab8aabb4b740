#pragma once

#include <string>
#include <string_view>

namespace jingwei::staff {

/// A QR code (error correction M, quiet zone of four modules) as SVG without a size of its own;
/// `text` of up to 2,000 octets, else std::invalid_argument.
std::string qr_svg(std::string_view text);

}  // namespace jingwei::staff
