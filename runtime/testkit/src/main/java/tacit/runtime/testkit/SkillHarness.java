package tacit.runtime.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.GenerationDiff.SettingChange;
import tacit.api.generation.GenerationListener;
import tacit.api.generation.Generations;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.StepResult;
import tacit.api.generation.Trials;

/** Generations and trials of the bundle of skills, in memory: its roles are asked with the settings that are in force for a thread. */
public final class SkillHarness implements Generations, Trials {

    public final List<Generation> all = new ArrayList<>();
    public final List<GenerationListener> listeners = new ArrayList<>();

    /** Whether every change is refused. */
    public boolean refuses;

    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Map<String, Generation> trials = new HashMap<>();
    private final ThreadLocal<@Nullable String> led = new ThreadLocal<>();
    private long active = 1;

    public SkillHarness() {
        SortedMap<String, Artifact> roles = new TreeMap<>();
        SkillJar.PIDS
                .keySet()
                .forEach(role -> roles.put(role, new Artifact("tacit.adapt.skills", "1.0.0", SkillJar.HASH)));
        all.add(new Generation(1, null, Instant.EPOCH, "tacit", "first start", roles, new TreeMap<>(), null));
    }

    /** A role, made anew for each call with what is offered to its thread. */
    public <T> T facade(Class<T> role, Function<String, T> made) {
        return role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, method, asked) -> {
            try {
                return method.invoke(made.apply(offered()), asked);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** What agents are told of on this thread; refuses components that do not agree. */
    public String offered() {
        String trial = led.get();
        Generation deciding = trial == null ? now() : trials.getOrDefault(trial, now());
        List<String> said = SkillJar.PIDS.values().stream()
                .map(pid -> deciding.configurations()
                        .getOrDefault(pid, Collections.emptySortedMap())
                        .getOrDefault("offered", ""))
                .distinct()
                .toList();
        if (said.size() != 1) {
            throw new IllegalStateException("Components are told different things: " + said);
        }
        return said.get(0);
    }

    public Generation now() {
        return active().orElseThrow();
    }

    @Override
    public Optional<Generation> active() {
        return all.stream().filter(one -> one.number() == active).findFirst();
    }

    @Override
    public List<Generation> list() {
        return List.copyOf(all);
    }

    @Override
    public List<LedgerEntry> history() {
        return List.copyOf(ledger);
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        boolean same = next(request).configurations().equals(now().configurations());
        List<SettingChange> changes = same ? List.of() : List.of(new SettingChange("skills", "offered", "a", "b"));
        GenerationDiff diff = new GenerationDiff(active, all.size() + 1L, List.of(), changes);
        return new ActivationPlan(diff, List.of(), List.of(), List.of(), List.of());
    }

    private Generation next(ActivationRequest request) {
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>(now().configurations());
        settings.putAll(request.configurations());
        return new Generation(
                all.size() + 1L,
                active,
                Instant.EPOCH,
                request.by(),
                request.reason(),
                now().roles(),
                settings,
                request.experimentId());
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        if (refuses) {
            return report(active, false);
        }
        Generation next = next(request);
        all.add(next);
        return turned(next.number(), LedgerEntry.Act.PROMOTED, request.by(), request.reason());
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        return turned(number.orElse(active - 1), LedgerEntry.Act.ROLLED_BACK, by, reason);
    }

    private ActivationReport turned(long to, LedgerEntry.Act act, String by, String reason) {
        trials.clear();
        long before = active;
        active = to;
        ledger.add(new LedgerEntry(ledger.size() + 1L, act, Instant.EPOCH, by, reason, now(), "", "h" + ledger.size()));
        listeners.forEach(GenerationListener::activated);
        return report(before, true);
    }

    private ActivationReport report(long before, boolean passed) {
        StepResult step = new StepResult(ActivationStep.PROBE, "skills", passed, "it was asked", Duration.ZERO);
        return new ActivationReport(before, active, List.of(step));
    }

    @Override
    public ActivationReport open(String id, ActivationRequest request) {
        if (!refuses) {
            trials.put(id, next(request));
        }
        return report(active, !refuses);
    }

    @Override
    public Set<String> open() {
        return Set.copyOf(trials.keySet());
    }

    @Override
    public <T> T under(String id, Callable<T> work) throws Exception {
        String before = led.get();
        led.set(id);
        try {
            return work.call();
        } finally {
            led.set(before);
        }
    }

    @Override
    public <T> Callable<T> carried(Callable<T> work) {
        return work;
    }

    @Override
    public void close(String id) {
        trials.remove(id);
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        throw new UnsupportedOperationException();
    }
}
