import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';
import { pngOfSvg } from '../../ui/charts/png-of-svg.ts';
import { selfContainedSvg } from '../../ui/charts/self-contained-svg.ts';
import { onWhitePaper } from '../../ui/print/on-white-paper.ts';

/** Writes a chart to a file that the person chooses, in the light theme. */
export function useChartFiles(): {
  readonly save: (drawing: SVGSVGElement, format: 'svg' | 'png', name: string) => Promise<void>;
} {
  const client = useClient();
  const { chooseSavePath } = useFileChooser();
  return {
    async save(drawing, format, name) {
      const svg = inLightTheme(drawing);
      const path = await chooseSavePath({
        title: `Save the chart as ${format.toUpperCase()}`,
        suggestedName: `${name.replaceAll(/[/\\:]/g, ' ')}.${format}`,
        extension: format,
      });
      if (path === null) return;
      try {
        const content = format === 'svg' ? svg : await pngOfSvg(svg);
        const written = await client.charts.write({ picture: { format, content }, path });
        showToast(`Saved to ${written.path}`);
      } catch (error) {
        showToast(failureOf(error).message);
      }
    },
  };
}

function inLightTheme(drawing: SVGSVGElement): string {
  let text = '';
  onWhitePaper(() => {
    text = selfContainedSvg(drawing, (element) => getComputedStyle(element), '#ffffff');
  });
  return text;
}
