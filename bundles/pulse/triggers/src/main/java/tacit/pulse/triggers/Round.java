package tacit.pulse.triggers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerIngress.WatchedFile;
import tacit.api.pulse.TriggerPlan;
import tacit.pulse.triggers.FileChanges.Known;
import tacit.pulse.triggers.Reader.Came;

/** One look at all triggers: those whose time has come are asked, and those whose files changed. Confined to the thread of the loop. */
@Component(service = Round.class)
public final class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);

    /** How often files are looked at. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration FORGETS = Duration.ofHours(1);

    private final Sources sources;
    private final Planning planning;
    private final Reader reader;
    private final SqlReadings readings;
    private final FolderLook look;
    private final Tallies tallies;
    private final CoreSwitches switches;
    private final Clock clock;
    private final Map<String, Burst> bursts = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private Instant forgotAt = Instant.EPOCH;

    @Activate
    public Round(
            @Reference Sources sources,
            @Reference Planning planning,
            @Reference Reader reader,
            @Reference SqlReadings readings,
            @Reference FolderLook look,
            @Reference Tallies tallies,
            @Reference CoreSwitches switches,
            @Reference Clock clock) {
        this.sources = sources;
        this.planning = planning;
        this.reader = reader;
        this.readings = readings;
        this.look = look;
        this.tallies = tallies;
        this.switches = switches;
        this.clock = clock;
    }

    /** The files that a trigger knows, as they are kept. */
    private record Seen(long sequence, String watched, SortedMap<String, Known> files) {}

    /** Asks each that is due; one that fails is named, and takes no other with it. */
    void go() {
        for (TriggerSource source : sources.all()) {
            Instant now = clock.instant();
            Tally tally = tallies.of(source.id());
            if (!switches.on(CoreStage.TRIGGERS)) {
                return;
            }
            try {
                sources.trigger(source)
                        .filter(trigger -> !tally.waits(now))
                        .ifPresent(trigger -> ask(source, trigger, tally, now));
            } catch (RuntimeException e) {
                seen.remove(source.id());
                tally.failed(now, words(e));
                switches.ran(CoreStage.TRIGGERS, 0, List.of(source.id() + ": failed, " + words(e)));
                log.warn("Trigger '{}' failed and is tried again later", source.id(), e);
            }
        }
        forget();
    }

    private static String words(RuntimeException e) {
        return e instanceof IllegalArgumentException || e instanceof IllegalStateException || e instanceof Hanging
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    private void ask(TriggerSource source, Trigger trigger, Tally tally, Instant now) {
        TriggerPlan plan = planning.plan(source, trigger, now);
        if (!plan.problems().isEmpty()) {
            return;
        }
        if (isTime(plan, tally, now)) {
            Instant asked = tally.askedAt();
            told(source, tally, now, reader.read(source, trigger, Came.ofTime(now, asked)), null);
            tally.asked(now);
        }
        Instant lookedAt = tally.lookedAt();
        boolean folder = look.hasFolder(source.configuration().workspaceId());
        if (folder && !plan.files().isEmpty() && (lookedAt == null || !now.isBefore(lookedAt.plus(LOOK)))) {
            tally.looked(now);
            files(source, trigger, plan, now);
        }
    }

    /** At the multiples of its period, and once when this host first sees it. */
    static boolean isTime(TriggerPlan plan, Tally tally, Instant now) {
        Duration every = plan.every();
        Instant asked = tally.askedAt();
        if (every == null) {
            return false;
        }
        long period = every.toMillis();
        return asked == null || Math.floorDiv(now.toEpochMilli(), period) > Math.floorDiv(asked.toEpochMilli(), period);
    }

    private void files(TriggerSource source, Trigger trigger, TriggerPlan plan, Instant now) {
        String workspace = source.configuration().workspaceId();
        String watched = workspace + "\n" + String.join("\n", plan.files());
        SortedMap<String, Known> there = look.list(workspace, plan.files());
        Seen known = seen.computeIfAbsent(source.id(), this::kept);
        boolean first = !known.watched().equals(watched);
        FileChanges changes = first ? FileChanges.first(watched, there) : FileChanges.of(watched, known.files(), there);
        Burst burst = bursts.computeIfAbsent(source.id(), id -> new Burst());
        if (!first && !burst.isOver(changes, source.quiet(), now)) {
            return;
        }
        List<WatchedFile> shown = plan.content() ? look.all(workspace, changes) : FolderLook.changed(changes);
        // Whatever comes of it, the next look begins with what is kept by then
        seen.remove(source.id());
        Reader.Result result = reader.read(source, trigger, Came.ofFiles(now, shown, changes, known.sequence()));
        if (!result.repeated()) {
            burst.end();
            told(source, tallies.of(source.id()), now, result, first ? null : changes);
        }
    }

    private Seen kept(String id) {
        State state = readings.state(id);
        return new Seen(state.sequence(), state.watched(), readings.files(id));
    }

    private void told(
            TriggerSource source, Tally tally, Instant now, Reader.Result result, @Nullable FileChanges changes) {
        boolean cameIn = changes != null;
        tally.read(now, cameIn, result.told());
        if (cameIn || result.told() > 0) {
            List<String> whyNot =
                    result.told() > 0 ? List.of() : List.of(source.id() + ": files changed, and it told nothing");
            switches.ran(CoreStage.TRIGGERS, result.told(), whyNot);
        }
    }

    private void forget() {
        Instant now = clock.instant();
        if (now.isBefore(forgotAt.plus(FORGETS))) {
            return;
        }
        forgotAt = now;
        sources.all().forEach(source -> readings.forget(source.id(), now.minus(source.receipts())));
    }
}
