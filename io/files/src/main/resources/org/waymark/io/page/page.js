(function () {
  "use strict";
  var words = JSON.parse(document.getElementById("words").textContent);
  var live = document.getElementById("live");
  function filled(text, part) { return text.replace("{0}", part); }

  // Tables are sorted by their headers; what is missing stays last, and rows that are equal keep their order.
  document.querySelectorAll("table").forEach(function (table) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    table.querySelectorAll("thead th").forEach(function (head, column) {
      var name = head.textContent;
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.setAttribute("aria-label", filled(words.sort, name));
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var up = head.getAttribute("aria-sort") !== "ascending";
        table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        var sorted = rows.map(function (row, place) {
          var cell = row.cells[column];
          var number = cell.dataset.value;
          return { row: row, place: place, missing: cell.classList.contains("missing"),
                   key: number === undefined ? cell.textContent : Number(number) };
        });
        sorted.sort(function (a, b) {
          if (a.missing !== b.missing) { return a.missing ? 1 : -1; }
          var order = typeof a.key === "number" && typeof b.key === "number" ? a.key - b.key
              : String(a.key).localeCompare(String(b.key), document.documentElement.lang);
          return order === 0 ? a.place - b.place : up ? order : -order;
        });
        sorted.forEach(function (one) { body.appendChild(one.row); });
        live.textContent = filled(up ? words.up : words.down, name);
      });
    });
  });

  // Pictures that can be pointed at, where the library is in the page; the still picture stays the default.
  var light = words.series.split(" ");
  function axis(one, colours) {
    if (!one) { return one; }
    [].concat(one).forEach(function (it) {
      it.axisLabel = it.axisLabel || {};
      it.axisLabel.color = colours.ink;
      it.nameTextStyle = { color: colours.ink };
      it.splitLine = { lineStyle: { color: colours.line } };
      if (it.unit === "SHARE") { it.axisLabel.formatter = function (v) { return Math.round(v * 1000) / 10 + " %"; }; }
      if (it.unit === "POINTS") { it.axisLabel.formatter = function (v) { return (v > 0 ? "+" : "") + Math.round(v * 1000) / 10; }; }
    });
    return one;
  }
  document.querySelectorAll("figure[data-picture]").forEach(function (figure) {
    var options = figure.querySelector("script[type='application/json']");
    if (!options || !window.echarts) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = words.explore;
    button.setAttribute("aria-pressed", "false");
    var still = figure.querySelectorAll(".wide, .narrow");
    var place = null;
    figure.appendChild(button);
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(open));
      button.textContent = open ? words.close : words.explore;
      still.forEach(function (one) { one.hidden = open; one.style.display = open ? "none" : ""; });
      if (!open) { window.echarts.dispose(place); place.remove(); return; }
      place = document.createElement("div");
      place.className = "interactive";
      place.setAttribute("role", "img");
      figure.insertBefore(place, button);
      var style = getComputedStyle(document.documentElement);
      function colour(name) { return style.getPropertyValue("--" + name).trim(); }
      var colours = { ink: colour("ink"), line: colour("line") };
      var option = JSON.parse(options.textContent);
      axis(option.xAxis, colours);
      option.xAxis.nameLocation = "middle";
      option.xAxis.nameGap = 28;
      option.grid.bottom = 28;
      axis(option.yAxis, colours);
      option.textStyle = { color: colours.ink };
      if (option.legend) { option.legend.textStyle = { color: colours.ink }; }
      option.series.forEach(function (one) {
        var series = one.itemStyle ? light.indexOf(one.itemStyle.color) : -1;
        if (series >= 0) { one.itemStyle.color = colour("s" + series); }
        if (one.lineStyle) { one.lineStyle.color = colour("edge"); }
        if (one.markLine) { one.markLine.label.color = colours.ink; one.markLine.lineStyle.color = colours.ink; }
      });
      var chart = window.echarts.init(place, null, { renderer: "svg" });
      chart.setOption(option);
      window.addEventListener("resize", function () { if (!chart.isDisposed()) { chart.resize(); } });
    });
  });

  // On paper nothing is folded away.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (one) { one.open = true; });
  });
})();
