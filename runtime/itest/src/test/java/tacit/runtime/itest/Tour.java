package tacit.runtime.itest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.runtime.testkit.browser.Legibility;

/**
 * Walks every panel that the navigation lists, and of each the first thing that it links to; keeps pictures of all and a page that
 * shows them, below {@code target/pictures}. Confined to one thread.
 */
final class Tour {

    private static final Path ALL = Path.of("target", "pictures");
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Mission Control</title>
            <style>body { font-family: sans-serif; margin: 2em } img { max-width: 30%; max-height: 30em; border: 1px solid; margin: 1em; vertical-align: top }</style>
            <h1>Mission Control</h1>
            """;
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    private final Visitor visitor;
    private final Path folder;
    private final Map<String, String> pictures = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Of what this visitor sees; the name is that of the folder of its pictures. */
    Tour(Visitor visitor, String name) throws IOException {
        this.visitor = visitor;
        folder = Files.createDirectories(ALL.resolve(name));
    }

    /** Walks all of it and answers what is wrong with it for those who look at it. */
    List<String> walk() throws IOException {
        for (String panel : visitor.panels()) {
            visitor.open(panel);
            look(panel.substring(panel.lastIndexOf('/') + 1), true);
            Locator thing = visitor.page().locator("#shown tbody a[href^='" + panel + "/']");
            if (thing.count() > 0) {
                visitor.open(thing.last().getAttribute("href"));
                look(panel.substring(panel.lastIndexOf('/') + 1) + "-one", false);
            }
        }
        faults.addAll(visitor.faults());
        Files.writeString(folder.resolve("index.html"), index());
        Files.writeString(ALL.resolve("index.html"), contents());
        return List.copyOf(faults);
    }

    /** How many pages were looked at. */
    int pages() {
        return pictures.size();
    }

    private void look(String name, boolean whole) {
        Page page = visitor.page();
        page.waitForLoadState(LoadState.LOAD);
        pictures.put(name, page.locator("h1").textContent());
        check(name, Legibility::unnamed);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        check(name + " in the dark", Legibility::faint);
        picture(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        at(name, DESK);
        at(name, PHONE);
        page.setViewportSize(DESK, 900);
        // Last, as it leaves a mark on what has the focus
        if (whole) {
            check(name, Tour::unreached);
        }
    }

    private void at(String name, int width) {
        visitor.page().setViewportSize(width, width == PHONE ? 844 : 900);
        check(name + " at " + width, Legibility::faint);
        check(name + " at " + width, Tour::overhang);
        picture(name + "-" + width);
    }

    private void check(String name, Function<Page, List<String>> check) {
        check.apply(visitor.page()).forEach(fault -> faults.add(name + ": " + fault));
    }

    private static List<String> overhang(Page page) {
        int pixels = Legibility.overhang(page);
        return pixels > 0 ? List.of(pixels + " pixels too wide") : List.of();
    }

    private static List<String> unreached(Page page) {
        int parts = Legibility.unreached(page);
        return parts > 0 ? List.of(parts + " parts are never reached by tab") : List.of();
    }

    private void picture(String name) {
        visitor.page()
                .screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
    }

    private String index() {
        return pictures.entrySet().stream()
                .map(one -> "<h2>" + one.getValue() + "</h2>\n" + images(one.getKey()))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String images(String name) {
        return Stream.of("1280", "390", "dark")
                .map(kind -> name + "-" + kind + ".png")
                .map(file -> "<a href=\"" + file + "\"><img src=\"" + file + "\" alt=\"" + file + "\"></a>\n")
                .collect(Collectors.joining());
    }

    private static String contents() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .map(name -> "<p><a href=\"" + name + "/index.html\">" + name + "</a></p>\n")
                    .collect(Collectors.joining("", HEAD, ""));
        }
    }
}
