package tacit.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tacit.bench.crash.HostShell;

/** Promotes twice and goes back once while the load runs, at a quarter, a half and three quarters of it. */
final class Changes {

    /** What is typed, in order: the second and third change who puts contexts together. */
    static final List<String> LINES = List.of(
            "tacit:activate tacit.learn.template.MaskingTemplates:longest=300",
            "tacit:activate tacit.memory.layers.WakeUpLayers:recall.hints=true",
            "tacit:rollback");

    private final HostShell shell;

    Changes(HostShell shell) {
        this.shell = shell;
    }

    /** Types each line at its moment; answers when, in microseconds since the load began, and how long it took. */
    List<Map<String, Object>> during(int seconds, long begin) throws IOException, InterruptedException {
        List<Map<String, Object>> done = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(seconds) * (i + 1) / (LINES.size() + 1);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            long typed = System.nanoTime();
            HostShell.Answer answer = shell.type(LINES.get(i));
            if (answer.exit() != 0) {
                throw new IllegalStateException("'" + LINES.get(i) + "' was refused: " + answer.out());
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("line", LINES.get(i));
            one.put("atSeconds", TimeUnit.NANOSECONDS.toSeconds(typed - begin));
            one.put("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - typed));
            done.add(one);
        }
        return done;
    }
}
