// The page's icons, drawn as lines on a grid of twenty-four.

const LINES = {
  send: "M4 12 20 4l-5 16-4-6.5zM11 13.5 20 4",
  attach: "M19 11.5 12 18.4a4.6 4.6 0 0 1-6.5-6.5l7.6-7.5a3 3 0 0 1 4.3 4.3l-7.6 7.5a1.4 1.4 0 0 1-2-2l6.9-6.8",
  back: "M15 5l-7 7 7 7",
  more: "M12 5.2v.1M12 12v.1M12 18.7v.1",
  close: "M6 6l12 12M18 6 6 18",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2",
  reply: "M10 6 4 11.5 10 17v-3.5c5 0 8 1.5 10 4.5-.5-5.5-4-9-10-9.5z",
  quote: "M5 12c0-3 1.500-5 4-6M5 12h4v5H5zM14 12c0-3 1.500-5 4-6M14 12h4v5h-4z",
  edit: "M4 20l1-4.5L16.5 4 20 7.500 8.500 19z",
  trash: "M5 7h14M9.500 7V4.500h5V7M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5",
  copy: "M9 9h10v11H9zM6 15H5V4h10v2",
  commands: "M15 5 9 19",
  file: "M6 3.500h8l4 4V20.500H6zM14 3.500v4h4",
  place: "M12 21s-7-6.300-7-11.500a7 7 0 0 1 14 0C19 14.700 12 21 12 21zM12 7a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z",
  link: "M8 16 16 8M9.500 8H16v6.500",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20.500c.8-4 3.700-6 7.500-6s6.700 2 7.500 6",
  people: "M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM2.500 19.500c.6-3.600 3-5.400 6.500-5.400s5.900 1.800 6.500 5.400M16 5.500a3.200 3.200 0 0 1 0 6.200M18 14.600c2 .7 3.200 2.400 3.500 4.900",
  plus: "M12 5v14M5 12h14",
  down: "M6 9.500l6 6 6-6",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400",
  moon: "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
  auto: "M12 3.500a8.500 8.500 0 1 0 0 17zM12 3.500a8.500 8.500 0 0 1 0 17M12 8l6.500-1M12 12h8.300M12 16l6.500 1",
  pin: "M9 4h6l-1 6 3 3.500H7L10 10zM12 13.500V20",
  tag: "M9 4 7 20M17 4l-2 16M4.500 9h16M3.500 15h16",
  bot: "M5 9h14v10H5zM12 9V5M9.500 13v1.500M14.500 13v1.500M9 4.500h6",
  sliders: "M5 4v7M5 15v5M12 4v3M12 11v9M19 4v9M19 17v3M3 13h4M10 9h4M17 15h4",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", LINES[name]);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}
