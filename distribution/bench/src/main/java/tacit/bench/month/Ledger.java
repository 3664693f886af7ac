package tacit.bench.month;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import tacit.api.execute.Execution;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Looks at everything that a month left, and counts what should not be there. Confined to one thread. */
final class Ledger {

    /** So many steps. */
    private static final int HOUR = 12;

    private final World world;
    private List<PulseRun> runs = List.of();

    Ledger(World world) {
        this.world = world;
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> ask) {
        List<T> all = new ArrayList<>();
        Page<T> page;
        do {
            page = ask.apply(new PageRequest(all.size(), PageRequest.MAX_LIMIT));
            all.addAll(page.rows());
        } while (page.hasMore());
        return all;
    }

    Map<String, Object> figures() {
        runs = all(page -> world.pulses.runs(PulseDesk.Filter.ALL, page));
        Map<String, Object> figures = new LinkedHashMap<>();
        List<PulseRun> dispatches = runs.stream()
                .filter(run -> run.type() == PulseRun.Type.DISPATCH)
                .toList();
        figures.put("pulses", of(PulseRun.Type.PULSE));
        figures.put("dispatches", dispatches.size());
        figures.put("tasks", tasks(dispatches).size());
        figures.put(
                "suggestions",
                world.suggestions.list(null, null, PageRequest.first(1)).total());
        figures.put("outsideHours", outsideHours(dispatches));
        figures.put("overBudget", overBudget(dispatches));
        figures.put("fromOwnWork", fromOwnWork(dispatches));
        figures.put("doubleDispatches", doubled(dispatches) + world.work.doubled());
        figures.put("leftRunning", leftRunning());
        figures.put("stillDeferred", deferred());
        return figures;
    }

    private long of(PulseRun.Type type) {
        return runs.stream().filter(run -> run.type() == type).count();
    }

    /** Work that nobody asked for by hand. */
    private List<PulseRun> tasks(List<PulseRun> dispatches) {
        return dispatches.stream()
                .filter(run -> run.executionId() != null && run.parentId() != null)
                .toList();
    }

    private long outsideHours(List<PulseRun> dispatches) {
        return tasks(dispatches).stream().filter(run -> asleep(run)).count();
    }

    private boolean asleep(PulseRun run) {
        ActiveHours hours =
                world.profiles.find(run.profileId()).orElseThrow().settings().activeHours();
        return hours != null && !hours.include(run.createdAt(), ZoneOffset.UTC);
    }

    private long overBudget(List<PulseRun> dispatches) {
        Map<String, Integer> days = new HashMap<>();
        for (PulseRun run : dispatches) {
            if (run.parentId() != null && run.state() != PulseRun.State.CANCELLED) {
                LocalDate day = LocalDate.ofInstant(run.createdAt(), ZoneId.of("UTC"));
                days.merge(run.profileId() + ' ' + day, 1, Integer::sum);
            }
        }
        long over = 0;
        for (Map.Entry<String, Integer> day : days.entrySet()) {
            String id = day.getKey().substring(0, day.getKey().indexOf(' '));
            AutomationProfile profile = world.profiles.find(id).orElseThrow();
            over += Math.max(0, day.getValue() - profile.settings().maxDispatchesPerDay());
        }
        return over;
    }

    private static long fromOwnWork(List<PulseRun> dispatches) {
        return dispatches.stream()
                .filter(run -> run.evidence().stream().anyMatch(evidence -> evidence.startsWith(Told.OWN)))
                .count();
    }

    /** Several dispatches of one pulse, or several of a profile at one time. */
    private static long doubled(List<PulseRun> dispatches) {
        Set<String> pulses = new HashSet<>();
        Set<String> executions = new HashSet<>();
        return dispatches.stream()
                .filter(run -> (run.parentId() != null && !pulses.add(run.parentId()))
                        || (run.executionId() != null && !executions.add(run.executionId())))
                .count();
    }

    /** Runs and cycles under way behind which no work is. */
    private long leftRunning() {
        Set<String> open = new HashSet<>();
        world.work.open(null).stream().map(Execution::id).forEach(open::add);
        long left = runs.stream()
                .filter(run -> run.state() == PulseRun.State.RUNNING || run.state() == PulseRun.State.QUEUED)
                .filter(run -> run.executionId() == null || !open.contains(run.executionId()))
                .count();
        CoreTraces.Filter running = new CoreTraces.Filter(null, null, null, null, CoreTraceStatus.RUNNING);
        return left
                + all(page -> world.traces.list(running, page)).stream()
                        .filter(trace -> trace.taskId() == null || !open.contains(trace.taskId()))
                        .count();
    }

    private long deferred() {
        Signals.Filter deferred = new Signals.Filter(null, null, null, Signals.State.DEFERRED);
        return world.signals.list(deferred, PageRequest.first(1)).total();
    }

    /** How often signals were told that are still kept. */
    long told() {
        return all(page -> world.signals.list(Signals.Filter.ALL, page)).stream()
                .mapToLong(Signal::mergedCount)
                .sum();
    }

    /** How many of the signals that were acknowledged within the hour before a stop are not there. */
    long lost(Told told, int lastTold) {
        Set<Long> there = new HashSet<>();
        for (Signal signal : all(page -> world.signals.list(Signals.Filter.ALL, page))) {
            signal.evidence().forEach(evidence -> there.add(Told.number(evidence)));
        }
        return LongStream.range(told.until(Math.max(0, lastTold - HOUR)), told.until(lastTold + 1))
                .filter(number -> !there.contains(number))
                .count();
    }

    /** Everything that the month left, in its order, as one SHA-256. */
    String hash() {
        MessageDigest digest = sha();
        runs.forEach(run -> add(digest, run));
        all(page -> world.signals.list(Signals.Filter.ALL, page)).forEach(signal -> add(digest, signal));
        all(page -> world.traces.list(CoreTraces.Filter.ALL, page)).forEach(trace -> add(digest, trace));
        all(page -> world.suggestions.list(null, null, page)).forEach(suggestion -> add(digest, suggestion));
        all(page -> world.learnings.list(null, null, null, page)).forEach(learning -> add(digest, learning));
        all(page -> world.approvals.list(null, null, null, page)).forEach(approval -> add(digest, approval));
        all(page -> world.work.list(null, null, null, page)).forEach(execution -> add(digest, execution));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Object record) {
        digest.update(Journal.json(record).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
