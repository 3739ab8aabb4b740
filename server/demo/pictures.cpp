#include "demo/pictures.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vips/vips8>

namespace jingwei::demo {

namespace {

using Colour = std::array<std::uint8_t, 3>;

constexpr int kWide = 640, kHigh = 480;
constexpr int kPictures = 8;

class Canvas {
public:
    Canvas() : pixels_(static_cast<std::size_t>(kWide) * kHigh) {}

    void box(int left, int top, int right, int bottom, Colour colour) {
        for (int y = std::max(0, top); y < std::min(kHigh, bottom); ++y)
            for (int x = std::max(0, left); x < std::min(kWide, right); ++x)
                at(x, y) = colour;
    }
    void disc(int cx, int cy, int radius, Colour colour) {
        for (int y = std::max(0, cy - radius); y < std::min(kHigh, cy + radius); ++y)
            for (int x = std::max(0, cx - radius); x < std::min(kWide, cx + radius); ++x)
                if ((x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius) at(x, y) = colour;
    }
    void write(const std::filesystem::path& file) {
        vips::VImage::new_from_memory(pixels_.data(), pixels_.size() * sizeof(Colour), kWide, kHigh,
                                      3, VIPS_FORMAT_UCHAR)
            .write_to_file(file.c_str());
    }

private:
    Colour& at(int x, int y) {
        return pixels_[static_cast<std::size_t>(y) * kWide + static_cast<std::size_t>(x)];
    }

    std::vector<Colour> pixels_;
};

Colour shade(Colour colour, Random& random) {
    for (auto& part : colour)
        part = static_cast<std::uint8_t>(std::clamp(part + random.whole(-14, 14), 0, 255));
    return colour;
}

void draw_street(Canvas& canvas, Random& random) {
    canvas.box(0, 0, kWide, 250, shade({196, 220, 236}, random));
    for (int x = -30; x < kWide;) {
        const int wide = random.whole(70, 130), top = random.whole(70, 170);
        canvas.box(x, top, x + wide, 260, shade({206, 190, 172}, random));
        for (int wx = x + 10; wx + 14 < x + wide; wx += 26)
            for (int wy = top + 14; wy < 235; wy += 34)
                canvas.box(wx, wy, wx + 14, wy + 18, shade({150, 176, 192}, random));
        x += wide + random.whole(4, 26);
    }
    canvas.box(0, 255, kWide, 300, shade({216, 212, 204}, random));
    canvas.box(0, 300, kWide, kHigh, shade({112, 116, 120}, random));
    for (int x = 10; x < kWide; x += 90)
        canvas.box(x, 386, x + 46, 394, {236, 232, 210});
}

void draw_thing(Canvas& canvas, int what, Random& random) {
    const int x = random.whole(140, 500);
    switch (what % 4) {
        case 0:  // lamp
            canvas.box(x, 120, x + 8, 300, {90, 96, 100});
            canvas.box(x, 116, x + 56, 124, {90, 96, 100});
            canvas.disc(x + 52, 130, 14, {255, 226, 130});
            break;
        case 1:  // bins
            for (int i = 0; i < 3; ++i)
                canvas.box(x + 44 * i, 246, x + 44 * i + 36, 302, shade({70, 140, 110}, random));
            break;
        case 2:  // tree
            canvas.box(x, 210, x + 14, 304, {120, 92, 66});
            for (int i = 0; i < 5; ++i)
                canvas.disc(x + random.whole(-34, 44), 190 + random.whole(-40, 20), 38,
                            shade({96, 150, 92}, random));
            break;
        default:  // a mended patch of the road
            canvas.box(x, 340, x + 120, 376, {74, 78, 82});
            canvas.box(x - 26, 306, x - 12, 338, {238, 126, 60});
    }
}

}  // namespace

std::vector<files::KeptFile> draw_pictures(const files::Vault& vault,
                                           const std::filesystem::path& scratch, Random random) {
    std::vector<files::KeptFile> kept;
    const auto file = scratch / "demo-picture.png";
    for (int i = 0; i < kPictures; ++i) {
        Canvas canvas;
        draw_street(canvas, random);
        draw_thing(canvas, i, random);
        canvas.write(file);
        kept.push_back(vault.keep(file).value());
    }
    std::filesystem::remove(file);
    return kept;
}

}  // namespace jingwei::demo
