/** Quiet colours: the map stands behind what it shows. */
export const colours = {
    paper: '#f2f3f0', ground: '#f1f0ea', land: '#f8f7f3', farmland: '#f0f2e4', wood: '#dfe9d8', park: '#dbebd4', square: '#f0ede4', water: '#cde1ea',
    coast: '#8fb9cc', building: '#e5e0d6', buildingLine: '#d3ccbe', casing: '#d5d0c4', road: '#ffffff', primary: '#fdebc4',
    name: '#56626a', town: '#39454d', waterName: '#4b7f97', grid: '#17595f', chosen: '#17595f', green: '#3a9a68', yellow: '#dca11d',
    red: '#c93a2e', plain: '#5f6d76',
};
