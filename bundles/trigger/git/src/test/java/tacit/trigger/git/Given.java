package tacit.trigger.git;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerReading;

/** A repository as its files show it, and what is made of its changes. */
final class Given {

    static final String A = "a".repeat(40);
    static final String B = "b".repeat(40);
    static final String C = "c".repeat(40);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final GitTrigger trigger = new GitTrigger();
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> options;
    private Map<String, String> memory = Map.of();

    Given(Map<String, String> options) {
        this.options = options;
        file("HEAD", "ref: refs/heads/main\n").file("refs/heads/main", A + "\n");
    }

    TriggerConfiguration configuration() {
        return new TriggerConfiguration("repo", "git", "w1", null, options);
    }

    Given file(String path, String text) {
        files.put(".git/" + path, text);
        return this;
    }

    Given without(String path) {
        files.remove(".git/" + path);
        return this;
    }

    Given commit(String from, String to, String words) {
        String log = files.getOrDefault(".git/logs/HEAD", "");
        return file("logs/HEAD", log + from + " " + to + " Ada <ada@example.org> 1772600000 +0100\t" + words + "\n")
                .file("refs/heads/main", to + "\n");
    }

    List<SignalDraft> told() {
        return read(null).signals();
    }

    List<String> reasons() {
        return told().stream().map(draft -> String.valueOf(draft.reason())).toList();
    }

    /** By its files, or by a body with tildes for quotes. */
    TriggerReading read(@Nullable String body) {
        Request request = body == null ? null : new Request(Map.of(), body.replace('~', '"'));
        List<WatchedFile> watched = request != null
                ? List.of()
                : files.entrySet().stream()
                        .map(file -> new WatchedFile(file.getKey(), Change.CHANGED, NOON, 1, file.getValue()))
                        .toList();
        TriggerReading reading =
                trigger.read(configuration(), new TriggerIngress(NOON, null, memory, request, watched));
        memory = reading.memory();
        return reading;
    }
}
