package tacit.runtime.testkit.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks of a page that everybody can read and use it. */
public final class Legibility {

    // Of each text that is seen: its colour on the first background behind it that is not transparent, as WCAG 2
    // computes it
    private static final String CONTRAST = """
            () => {
              const parse = text => {
                const parts = text.match(/[\\d.]+/g).map(Number);
                return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
              };
              const part = value => {
                const share = value / 255;
                return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
              };
              const light = c => 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
              const over = (top, below) => ({
                r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a),
                b: top.b * top.a + below.b * (1 - top.a), a: 1,
              });
              const behind = node => {
                for (let one = node; one; one = one.parentElement) {
                  const colour = parse(getComputedStyle(one).backgroundColor);
                  if (colour.a > 0) {
                    return colour.a === 1 ? colour : over(colour, behind(one.parentElement));
                  }
                }
                return { r: 255, g: 255, b: 255, a: 1 };
              };
              const bad = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                const node = text.parentElement;
                const box = node.getBoundingClientRect();
                const seen = text.data.trim() && box.width > 1 && box.height > 1 && node.checkVisibility();
                if (!seen || ['SCRIPT', 'STYLE', 'OPTION'].includes(node.nodeName)) {
                  continue;
                }
                const style = getComputedStyle(node);
                const below = behind(node);
                const ink = parse(style.color);
                let alpha = ink.a;
                for (let one = node; one; one = one.parentElement) {
                  alpha *= Number(getComputedStyle(one).opacity);
                }
                const both = [light(over({ ...ink, a: alpha }, below)), light(below)].sort((a, b) => b - a);
                const contrast = (both[0] + 0.05) / (both[1] + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                if (contrast < (large ? 3 : 4.5)) {
                  bad.push(text.data.trim().slice(0, 40) + ': ' + contrast.toFixed(2));
                }
              }
              return bad;
            }
            """;

    private static final String FOCUSABLE = """
            () => [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
              .filter(node => node.checkVisibility({ visibilityProperty: true }) && !node.disabled)
              .map((node, i) => { node.dataset.tab = i; return i; }).length
            """;

    private static final String FOCUSED =
            "() => document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.tab || '' : ''";

    private Legibility() {}

    /** Texts whose contrast is less than AA of WCAG 2 asks for, with their contrast. */
    public static List<String> faint(Page page) {
        return texts(page.evaluate(CONTRAST));
    }

    /** How many pixels the page is wider than its window. */
    public static int overhang(Page page) {
        // Words are there before the styles are
        page.waitForLoadState(LoadState.LOAD);
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    /** How many parts can be used, and are never reached by the tab key. */
    public static int unreached(Page page) {
        int all = ((Number) page.evaluate(FOCUSABLE)).intValue();
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < all + 5; i++) {
            page.keyboard().press("Tab");
            String place = String.valueOf(page.evaluate(FOCUSED));
            if (!place.isEmpty() && !reached.contains(place)) {
                reached.add(place);
            }
        }
        return all - reached.size();
    }

    /** Fields without a label, pictures without words, and pages without language, title or one main heading. */
    public static List<String> unnamed(Page page) {
        return texts(page.evaluate("""
                        () => {
                          const bad = [];
                          document.querySelectorAll('input:not([type=hidden]), select, textarea').forEach(node => {
                            if (!node.labels || !node.labels.length) { bad.push('no label: ' + node.name); }
                          });
                          document.querySelectorAll('button, a[href], summary').forEach(node => {
                            if (!node.textContent.trim() && !node.ariaLabel) { bad.push('no words: ' + node.outerHTML.slice(0, 80)); }
                          });
                          const ids = [...document.querySelectorAll('[id]')].map(node => node.id);
                          ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => bad.push('twice: ' + id));
                          if (!document.documentElement.lang) { bad.push('no language'); }
                          if (!document.title.trim()) { bad.push('no title'); }
                          if (document.querySelectorAll('h1').length !== 1) { bad.push('not one main heading'); }
                          if (document.querySelectorAll('main').length !== 1) { bad.push('not one main part'); }
                          return bad;
                        }
                        """));
    }

    private static List<String> texts(Object answer) {
        List<String> texts = new ArrayList<>();
        for (Object one : (List<?>) answer) {
            texts.add(Objects.toString(one));
        }
        return texts;
    }
}
