-- What of OpenStreetMap becomes which layer of a base map: docs/base-map.md. Read by tilemaker 2.2,
-- together with layers_config.json, whose layers with "write_to" end in those of the same name there.

node_keys = { "place", "amenity", "leisure", "shop", "office", "railway", "public_transport", "tourism" }

local function set(...)
    local made = {}
    for _, value in ipairs({ ... }) do made[value] = true end
    return made
end

-- kind and width in metres, where nothing better is tagged
local roads = {
    motorway = { "primary", 24 }, trunk = { "primary", 20 }, primary = { "primary", 16 },
    motorway_link = { "primary", 8 }, trunk_link = { "primary", 8 }, primary_link = { "primary", 8 },
    secondary = { "secondary", 12 }, secondary_link = { "secondary", 7 },
    tertiary = { "secondary", 10 }, tertiary_link = { "secondary", 6 },
    residential = { "street", 8 }, unclassified = { "street", 8 }, living_street = { "street", 7 },
    road = { "street", 7 }, pedestrian = { "street", 6 },
    service = { "lane", 5 }, track = { "lane", 3 }, cycleway = { "lane", 2.5 }, footway = { "lane", 2 },
    path = { "lane", 1.5 }, steps = { "lane", 2 }, bridleway = { "lane", 2 },
}

local farmland = set("farmland", "farmyard", "orchard", "vineyard", "greenhouse_horticulture", "plant_nursery")
local wood = set("forest", "wood", "scrub")
local park = set("park", "garden", "grass", "meadow", "recreation_ground", "cemetery", "village_green",
    "golf_course", "nature_reserve", "grassland", "heath", "allotments")
local houses = set("house", "detached", "semidetached_house", "terrace", "bungalow", "farm", "hut", "cabin")
local shops = set("retail", "commercial", "supermarket", "kiosk", "hotel", "office")
local public = set("public", "civic", "school", "hospital", "university", "kindergarten", "government",
    "train_station", "church", "cathedral", "chapel", "college", "stadium", "museum")
local factories = set("industrial", "warehouse", "manufacture", "hangar")

local towns = { city = "city", town = "town", village = "village" }
local quarters = { suburb = "quarter", quarter = "quarter", neighbourhood = "quarter", hamlet = "village" }
local amenities = {
    school = "school", kindergarten = "school", college = "school", university = "school",
    hospital = "hospital", clinic = "hospital", marketplace = "market", townhall = "government",
    courthouse = "government", police = "government", fire_station = "government", post_office = "government",
    library = "government", community_centre = "government", bus_station = "bus_station",
    social_facility = "care_home", nursing_home = "care_home",
}

local function name_of(object)
    local chinese = object:Find("name:zh")
    return chinese ~= "" and chinese or object:Find("name")
end

local function named(object)
    local name = name_of(object)
    if name ~= "" then object:Attribute("name", name) end
end

-- Which kind of place that people ask for by name an object is.
local function kind_of_place(object)
    local kind = amenities[object:Find("amenity")]
    if kind then return kind end
    local leisure = object:Find("leisure")
    if leisure == "park" or leisure == "garden" then return "park" end
    if object:Find("place") == "square" then return "square" end
    if object:Find("shop") == "supermarket" or object:Find("shop") == "mall" then return "market" end
    if object:Find("office") == "government" then return "government" end
    if object:Find("railway") == "station" then return "bus_station" end
    return nil
end

function init_function() end

function exit_function() end

function node_function(node)
    if name_of(node) == "" then return end
    local place = node:Find("place")
    if towns[place] then
        node:Layer("town", false)
        node:Attribute("kind", towns[place])
        node:MinZoom(place == "city" and 6 or place == "town" and 9 or 11)
    elseif quarters[place] then
        node:Layer("quarter", false)
        node:Attribute("kind", quarters[place])
    else
        local kind = kind_of_place(node)
        if not kind then return end
        node:Layer("place", false)
        node:Attribute("kind", kind)
    end
    named(node)
end

local function width_of(way, usual)
    local tagged = tonumber((way:Find("width"):gsub("%s*m$", "")))
    if tagged and tagged >= 1 and tagged <= 60 then return tagged end
    local lanes = tonumber(way:Find("lanes"))
    if lanes and lanes >= 1 and lanes <= 12 then return math.max(lanes * 3.5, usual * 0.6) end
    return usual
end

local function add_road(way)
    local road = roads[way:Find("highway")]
    if not road or way:Find("area") == "yes" then return end
    -- What runs under the ground would cross what stands above it.
    if way:Find("tunnel") ~= "" and way:Find("tunnel") ~= "no" and road[1] ~= "primary" then return end
    local kind = road[1]
    way:Layer(kind == "street" and "street" or kind == "lane" and "lane" or "road", false)
    if kind == "secondary" then way:MinZoom(10) end
    way:Attribute("kind", kind)
    way:AttributeNumeric("width", width_of(way, road[2]))
    named(way)
end

local function add_water(way)
    local waterway, natural = way:Find("waterway"), way:Find("natural")
    local landuse = way:Find("landuse")
    if way:IsClosed() and (natural == "water" or waterway == "riverbank" or landuse == "reservoir" or landuse == "basin") then
        way:Layer("water", true)
        local river = waterway == "riverbank" or way:Find("water") == "river"
        way:Attribute("kind", river and "river" or "pond")
        named(way)
    elseif waterway == "river" or waterway == "canal" then
        way:Layer("water_line", false)
        way:Attribute("kind", "river")
        named(way)
    elseif waterway == "stream" or waterway == "ditch" or waterway == "drain" then
        way:Layer("stream_line", false)
        way:Attribute("kind", "stream")
        named(way)
    elseif natural == "coastline" then
        way:Layer("water_line", false)
        way:Attribute("kind", "coast")
    end
end

local function add_green(way)
    local landuse, leisure, natural = way:Find("landuse"), way:Find("leisure"), way:Find("natural")
    local kind
    if farmland[landuse] then kind = "farmland"
    elseif wood[landuse] or wood[natural] then kind = "wood"
    elseif leisure == "pitch" or leisure == "track" or leisure == "stadium" then kind = "pitch"
    elseif park[leisure] or park[landuse] or park[natural] then kind = "park"
    elseif way:Find("place") == "square" or (way:Find("highway") == "pedestrian" and way:Find("area") == "yes") then
        kind = "square"
    end
    if not kind then return end
    way:Layer("green", true)
    way:Attribute("kind", kind)
    named(way)
end

local function add_building(way)
    local building = way:Find("building")
    if building == "" or building == "no" then return end
    local kind = "housing"
    if houses[building] then kind = "house"
    elseif shops[building] then kind = "shop"
    elseif public[building] then kind = "public"
    elseif factories[building] then kind = "factory"
    end
    way:Layer("building", true)
    way:Attribute("kind", kind)
    local floors = tonumber(way:Find("building:levels"))
    if floors and floors >= 1 and floors <= 200 then way:AttributeNumeric("floors", math.floor(floors)) end
end

local function add_place(way)
    if name_of(way) == "" then return end
    local kind = kind_of_place(way)
    if not kind and way:Find("landuse") == "residential" then kind = "compound" end
    if not kind then return end
    way:LayerAsCentroid("place")
    way:Attribute("kind", kind)
    named(way)
end

function way_function(way)
    add_road(way)
    add_water(way)
    if not way:IsClosed() then return end
    add_green(way)
    add_building(way)
    add_place(way)
end
