#include "staff/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace jingwei::staff {

std::string qr_svg(std::string_view text) {
    struct Free {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::unique_ptr<QRcode, Free> code(
        QRcode_encodeData(static_cast<int>(text.size()),
                          reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
    if (!code) throw std::invalid_argument("no QR code holds this text");
    constexpr int kQuiet = 4;
    const std::string side = std::to_string(code->width + 2 * kQuiet);
    std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + side + ' ' +
                      side + R"(" shape-rendering="crispEdges"><path fill="currentColor" d=")";
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool dark = code->data[row * code->width + column] & 1;
            if (!dark) continue;
            svg += 'M' + std::to_string(column + kQuiet) + ' ' + std::to_string(row + kQuiet) +
                   "h1v1h-1z";
        }
    }
    return svg + R"("/></svg>)";
}

}  // namespace jingwei::staff
