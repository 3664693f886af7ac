package tacit.surface.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;

/** Uses every macro, with any text in every place. */
final class SamplePanel implements Panel {

    volatile String text = "plain words";
    /** Whether the search tells which state is chosen. */
    volatile boolean chosen = true;

    volatile @Nullable String last;
    volatile @Nullable CountDownLatch held;
    final AtomicInteger shown = new AtomicInteger();
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String title() {
        return "Sample";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Set<String> live() {
        return Set.of("sample.changed");
    }

    @Override
    public Page show(View view) {
        if (view.path().contains("none")) {
            throw new HttpProblem(404, "There is no sample '" + view.path().get(0) + "'");
        }
        if (view.path().contains("broken")) {
            throw new IllegalStateException("a secret of the host");
        }
        shown.incrementAndGet();
        view.parameter("q").ifPresent(asked::add);
        await();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("q", view.parameter("q").orElse(text));
        values.put("ids", view.path());
        values.put("before", "first\nsecond\n" + text);
        values.put("after", "first\nthird\n" + text);
        values.put("time", view.now().minusSeconds(300));
        values.put("took", Duration.ofMillis(1250));
        values.put(
                "rows",
                List.of(Map.of(
                        "id",
                        text,
                        "state",
                        text,
                        "when",
                        Instant.EPOCH,
                        "took",
                        Duration.ofSeconds(75),
                        "n",
                        12_345,
                        "text",
                        text)));
        values.put(
                "spans",
                List.of(Map.of(
                        "id",
                        "s1",
                        "name",
                        text,
                        "depth",
                        1,
                        "begin",
                        0.1,
                        "length",
                        0.4,
                        "took",
                        1.5,
                        "tone",
                        "bad",
                        "facts",
                        List.of(Map.of("name", "Tool", "value", text)),
                        "parts",
                        List.of(Map.of("title", text, "text", text)))));
        values.put("labels", List.of(text, "b"));
        values.put("series", List.of(Map.of("name", text, "values", List.of(1, 2))));
        values.put("options", List.of("", "one", text));
        values.put("state", chosen ? text : "unknown");
        return Page.of(text, SamplePanel.class, "sample.peb", values);
    }

    private void await() {
        CountDownLatch latch = held;
        try {
            if (latch != null && !latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let the page go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("rename")) {
            throw new HttpProblem(409, "The state does not allow '" + act + "'");
        }
        if (view.parameter("name").orElse("").startsWith("bad")) {
            throw new HttpProblem(400, "This is no name");
        }
        last = view.parameter("name").orElse("");
        return new Done("Renamed to " + last, view.parameter("to").orElse(""));
    }
}
