package tacit.pulse.mind.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.reflect.ReflectionDesk.BrainMemory;
import tacit.api.reflect.ReflectionRun;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.DreamRows;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.JournalRows.Entry;

/** Sums up the journal of a target from time to time, each target by its own clock, which outlives a start. Thread-safe. */
@Component(service = Dreams.class)
public final class Dreams {

    private static final int ENTRIES = 80;
    private static final int DIGEST = 6;
    private static final int PROPOSALS = 5;
    private static final double LEAST = .55;
    private static final double EACH = .05;
    private static final double MOST = .85;
    private static final Pattern PATTERN = Pattern.compile("(?i)pattern|guardrail|repeat|again");

    private final Mind mind;
    private final Telling telling;

    @Activate
    public Dreams(@Reference Mind mind, @Reference Telling telling) {
        this.mind = mind;
        this.telling = telling;
    }

    void dream(Cycle cycle) {
        ReflectionRun run = cycle.run();
        Instant now = mind.now();
        Optional<Instant> last = mind.read(session -> new DreamRows(session).last(run.profileId(), run.targetKey()));
        boolean due = last.map(at -> at.plus(cycle.settings().keeping().dreamCadence()))
                .filter(next -> next.isAfter(now))
                .isEmpty();
        if (!cycle.settings().keeping().dreams() || !due) {
            return;
        }
        List<Entry> entries =
                mind.read(session -> new JournalRows(session).of(run.profileId(), run.targetKey(), ENTRIES)).stream()
                        .filter(entry ->
                                entry.kind() != JournalRows.Kind.NOTIFICATION && entry.kind() != JournalRows.Kind.DREAM)
                        .toList();
        List<String> digest =
                entries.stream().map(Entry::summary).distinct().limit(DIGEST).toList();
        if (digest.isEmpty()) {
            return;
        }
        DreamRows.Dream dream = new DreamRows.Dream(
                Digest.id("rd_", run.id()),
                run.profileId(),
                run.workspaceId(),
                run.targetKey(),
                digest,
                proposals(entries),
                memories(run, digest, now),
                now);
        mind.write(session -> {
            new DreamRows(session).add(dream);
            return dream;
        });
        telling.journal(cycle, JournalRows.Kind.DREAM, "dreamt of " + digest.size() + " things", null);
    }

    private static List<String> proposals(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == JournalRows.Kind.DECISION || "defer".equals(entry.outcome()))
                .map(Entry::summary)
                .distinct()
                .limit(PROPOSALS)
                .toList();
    }

    private static List<BrainMemory> memories(ReflectionRun run, List<String> digest, Instant now) {
        List<BrainMemory> memories = new ArrayList<>();
        for (String text : digest) {
            int place = memories.size();
            double confidence = Math.round(Math.min(MOST, LEAST + EACH * place) * 100) / 100.0;
            memories.add(new BrainMemory(run.targetKey(), bucket(text, place), text, confidence, now));
        }
        return memories;
    }

    private static String bucket(String text, int place) {
        if (place == 0) {
            return "open_thread";
        }
        return PATTERN.matcher(text).find() ? "reliable_pattern" : "project_state";
    }
}
