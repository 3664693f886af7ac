package tacit.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.ExperimentState;
import tacit.bench.Folders;

/** Aims kills at acts, and looks after each of them. Confined to one thread, but for the act that is killed. */
final class Killing {

    private static final int MOST_ACTS = 60;
    private static final int LONGEST_START_MILLIS = 6_000;
    private static final int ORPHAN_MILLIS = 20_000;
    private static final int VALUES = 20;
    private static final int SMALLEST = 40;

    private final Site site;
    private final Evidence evidence;
    private final Told told;
    private final Random random;
    private final Path scratch;
    private final Pace pace = new Pace();
    private final long bundles;
    private final Map<String, Integer> acts = new LinkedHashMap<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private @Nullable Life life;
    private int lives;
    private int kills;

    /** @param folder where files of hosts that are gone are looked at */
    Killing(Site site, Evidence evidence, Told told, Random random, Path folder)
            throws IOException, InterruptedException {
        this.site = site;
        this.evidence = evidence;
        this.told = told;
        this.random = random;
        this.scratch = folder.resolve("look");
        this.bundles = Standing.of(site).bundles();
    }

    /**
     * Leads experiments on until that act is due, and kills the host in it.
     *
     * @return false when that act cannot be come to, which is a violation as well
     */
    boolean kill(Act target) throws IOException, InterruptedException {
        Strike strike;
        switch (target) {
            case START -> {
                site.host().kill();
                site.launch();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_START_MILLIS));
                strike = new Strike(site, pace, random);
                strike.now();
            }
            case EVIDENCE -> {
                strike = new Strike(site, pace, random);
                strike.in(target, () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        evidence.graded(site.otlpPort(), true, 20);
                    }
                });
            }
            default -> {
                Optional<Life> due = due(target);
                if (due.isEmpty()) {
                    say("before", List.of("Nobody gets to " + target.word() + " any more"), target);
                    return false;
                }
                strike = new Strike(site, pace, random);
                strike.in(target, () -> due.get().act(target));
            }
        }
        kills++;
        acts.merge(target.word(), 1, Integer::sum);
        looked(target, strike);
        site.launch();
        site.awaitAnswer();
        say("after", Standing.of(site).violations(Ledger.read(site.data()), bundles), target);
        System.err.println("kill " + kills + " in " + target.word() + ": " + violations.size() + " violations so far");
        return true;
    }

    private Optional<Life> due(Act target) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_ACTS; i++) {
            Life now = life == null ? begin(target) : life;
            Optional<Act> next = now.next();
            if (next.isEmpty()) {
                life = null;
            } else if (next.get() == target) {
                return Optional.of(now);
            } else {
                undisturbed(now, next.get());
            }
        }
        return Optional.empty();
    }

    private Life begin(Act target) throws IOException, InterruptedException {
        List<Way> ways =
                Arrays.stream(Way.values()).filter(way -> way.has(target)).toList();
        Life begun = new Life(site, evidence, told, ways.get(random.nextInt(ways.size())), SMALLEST + lives++ % VALUES);
        life = begun;
        return begun;
    }

    private void undisturbed(Life now, Act act) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try {
            now.act(act);
            pace.took(act, System.nanoTime() - begun);
        } catch (IllegalStateException refusal) {
            refused.add(act.word() + ": " + refusal.getMessage());
        }
    }

    /** The files as the kill left them, and the processes that should have died with the host. */
    private void looked(Act target, Strike strike) throws IOException, InterruptedException {
        Folders.delete(clean());
        Kept kept = Kept.read(site.data(), scratch);
        Ledger ledger = Ledger.read(site.data());
        say("as left", Consistency.asLeft(kept, ledger, told), target);
        left.merge(target.word() + " " + words(kept, ledger, strike), 1, Integer::sum);
        List<ProcessHandle> orphans = strike.orphans(ORPHAN_MILLIS);
        if (!orphans.isEmpty()) {
            say("as left", List.of(orphans.size() + " processes of the host outlived it"), target);
            orphans.forEach(ProcessHandle::destroyForcibly);
        }
        strike.refusal().ifPresent(refusal -> refused.add(target.word() + ": " + refusal));
    }

    private Path clean() throws IOException {
        return Files.createDirectories(scratch);
    }

    private String words(Kept kept, Ledger ledger, Strike strike) {
        if (strike.answered()) {
            return "answered";
        }
        String id = life == null ? "" : life.id();
        @Nullable
        ExperimentState state = kept.experiments().stream()
                .filter(one -> one.id().equals(id))
                .map(Kept.One::state)
                .findFirst()
                .orElse(null);
        boolean ahead = state != null
                && !id.isEmpty()
                && ledger.of(id).isPresent()
                && state != ExperimentState.PROMOTED
                && state != ExperimentState.ROLLED_BACK;
        return (strike.announced() ? "announced" : "asked")
                + (state == null ? "" : " " + state)
                + (ahead ? ", generation made" : "");
    }

    /** Leads the last one to its end, stops the host as people do, and looks once more. */
    void end() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_ACTS && life != null; i++) {
            Optional<Act> next = life.next();
            if (next.isPresent()) {
                undisturbed(life, next.get());
            } else {
                life = null;
            }
        }
        Standing.of(site).states().values().forEach(state -> ends.merge(state.name(), 1, Integer::sum));
        site.host().close();
        Folders.delete(clean());
        say(
                "in the end",
                Consistency.asLeft(Kept.read(site.data(), scratch), Ledger.read(site.data()), told),
                Act.START);
    }

    private void say(String when, List<String> found, Act act) {
        for (String one : found) {
            violations.add("kill " + kills + " in " + act.word() + ", " + when + ": " + one);
            System.err.println(violations.get(violations.size() - 1));
        }
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", kills);
        figures.put("acts", acts);
        figures.put("left", left);
        figures.put("experiments", ends);
        figures.put("refused", refused);
        figures.put("violations", violations);
        return figures;
    }
}
