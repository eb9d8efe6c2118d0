// The one place that knows ApexCharts: ChartData in, a chart in the element.
import ApexCharts from '/lib/apexcharts/apexcharts.esm.js';

const charts = new WeakMap();
let chinese;

export async function draw(element, data, height) {
  const drawn = charts.get(element);
  const shape = JSON.stringify([data.categories, data.marks, data.decimals, data.isEnglish]);
  if (drawn && drawn.shape === shape) {
    await drawn.chart.updateSeries(series(data), false);
    return;
  }
  if (drawn) drawn.chart.destroy();
  charts.delete(element);
  const chart = new ApexCharts(element, await options(element, data, height));
  charts.set(element, { chart, shape });
  await chart.render();
}

export function destroy(element) {
  charts.get(element)?.chart.destroy();
  charts.delete(element);
}

function series(data) {
  return data.series.map(one => ({ name: one.name, data: [...one.values] }));
}

async function options(element, data, height) {
  const token = name => getComputedStyle(element).getPropertyValue(name).trim();
  const number = value => value == null ? '' : format(value, data.decimals);
  const axisNumber = value => value == null ? '' : format(value, Number.isInteger(value) ? 0 : data.decimals);
  return {
    chart: {
      type: 'line', height, width: '100%', background: 'transparent', foreColor: token('--muted'), fontFamily: 'inherit',
      // Nothing moves, and nothing is offered that the page has no words for.
      animations: { enabled: false }, toolbar: { show: false }, zoom: { enabled: false },
      ...(data.isEnglish ? {} : { locales: [await chineseLocale()], defaultLocale: 'zh-cn' }),
    },
    series: series(data),
    colors: [1, 2, 3, 4, 5, 6].map(i => token(`--series-${i}`)),
    stroke: { width: 2, curve: 'straight' },
    markers: { size: 0, hover: { size: 5 } },
    dataLabels: { enabled: false },
    legend: { show: data.series.length > 1, position: 'top', horizontalAlign: 'left' },
    // Room at the right for the newest value, which stands at the end of its line.
    grid: { borderColor: token('--line'), padding: { right: 56 } },
    xaxis: {
      type: 'category', categories: [...data.categories], tickAmount: Math.min(Math.floor(element.clientWidth / 100), data.categories.length - 1), tooltip: { enabled: false },
      labels: { rotate: 0, hideOverlappingLabels: true, style: { fontSize: '12px' } }, axisBorder: { color: token('--line') }, axisTicks: { color: token('--line') },
    },
    yaxis: { forceNiceScale: true, labels: { formatter: axisNumber, style: { fontSize: '12px' } } },
    tooltip: { x: { formatter: (_, at) => data.categories[at?.dataPointIndex] ?? '' }, y: { formatter: value => `${number(value)} ${data.unit}` } },
    annotations: {
      xaxis: data.marks.map(mark => methodChange(data, mark, token)),
      points: data.series.length === 1 ? newest(data, token) : [],
    },
  };
}

function newest(data, token) {
  const at = data.series[0].values.findLastIndex(value => value != null);
  if (at < 0) return [];
  const value = data.series[0].values[at];
  return [{
    x: data.categories[at], y: value, marker: { size: 4, fillColor: token('--series-1'), strokeWidth: 0 },
    label: { text: format(value, data.decimals), textAnchor: 'start', offsetX: 8, offsetY: 16, borderWidth: 0, style: { background: 'transparent', color: token('--ink'), fontSize: '14px', fontWeight: 600 } },
  }];
}

function methodChange(data, mark, token) {
  return {
    x: data.categories[mark.category], borderColor: token('--muted'), strokeDashArray: 4,
    label: { text: mark.text, orientation: 'horizontal', textAnchor: 'start', borderWidth: 0, style: { background: 'transparent', color: token('--muted') } },
  };
}

// As the server writes numbers: groups of three and a true minus sign.
function format(value, decimals) {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (value < 0 ? '\u2212' : '') + grouped + (fraction ? `.${fraction}` : '');
}

async function chineseLocale() {
  chinese ??= fetch('/lib/apexcharts/zh-cn.json').then(answer => answer.json());
  return chinese;
}
