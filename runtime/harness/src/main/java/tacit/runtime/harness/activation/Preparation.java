package tacit.runtime.harness.activation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifacts;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.Probe;
import tacit.runtime.harness.slot.Question;
import tacit.runtime.harness.slot.Questions;
import tacit.runtime.harness.slot.Slot;
import tacit.runtime.harness.slot.SlotRack;
import tacit.runtime.harness.slot.StepFailure;

/** Makes idle slots ready for the table, and leaves the table alone. Used by one change at a time, which may prepare roles side by side. */
final class Preparation {

    private final Bundles bundles;
    private final Artifacts artifacts;
    private final DeclaredRoles roles;
    private final SlotRack slots;
    private final Questions questions;
    private final Probe probe;

    Preparation(
            Bundles bundles,
            Artifacts artifacts,
            DeclaredRoles roles,
            SlotRack slots,
            Questions questions,
            Probe probe) {
        this.bundles = bundles;
        this.artifacts = artifacts;
        this.roles = roles;
        this.slots = slots;
        this.questions = questions;
        this.probe = probe;
    }

    /**
     * Fills an idle slot for each role. After a failure the slots hold again what they held, where that works.
     *
     * @param warm whether a slot that holds just that is used as it is
     */
    Prepared prepare(Map<String, Filling> wanted, Moment moment, boolean warm, Steps steps) {
        Prepared prepared = new Prepared(this);
        SortedMap<String, byte[]> jars = read(wanted, moment, steps);
        for (Map.Entry<String, Filling> entry : wanted.entrySet()) {
            if (!steps.failed()) {
                Slot slot = slots.of(entry.getKey()).idle(entry.getValue());
                byte[] jar = Objects.requireNonNull(jars.get(entry.getKey()), entry.getKey());
                boolean holds = warm && slot.holds(entry.getValue());
                if (!holds) {
                    prepared.touch(slot);
                }
                attend(slot, entry.getKey(), steps, taken -> ready(slot, entry.getValue(), jar, holds, taken));
                prepared.ready(entry.getKey(), slot);
            }
        }
        if (steps.failed()) {
            steps.amend(prepared.undo());
        }
        return prepared;
    }

    private SortedMap<String, byte[]> read(Map<String, Filling> wanted, Moment moment, Steps steps) {
        SortedMap<String, byte[]> jars = new TreeMap<>();
        for (Filling filling : wanted.values()) {
            String role = filling.role();
            boolean sound = !steps.failed()
                    && steps.take(ActivationStep.READ, role, () -> {
                        jars.put(role, bundles.read(filling.artifact()));
                        return filling.artifact().toString();
                    });
            if (sound && steps.take(ActivationStep.TRUST, role, () -> trust(filling, jars.get(role), moment))) {
                steps.take(ActivationStep.STORE, role, () -> stored(filling));
            }
        }
        return jars;
    }

    private String trust(Filling filling, byte @Nullable [] jar, Moment moment) throws StepFailure {
        roles.of(filling.role());
        return bundles.examine(filling.artifact(), Objects.requireNonNull(jar, "jar"), moment);
    }

    private String stored(Filling filling) throws StepFailure {
        if (!artifacts.contains(filling.artifact().sha256())) {
            throw new StepFailure(filling.artifact() + " left the store meanwhile");
        }
        return "kept under its hash";
    }

    /** Takes steps that run foreign code where it may hang: the step that it hangs in fails then. */
    private static void attend(Slot slot, String role, Steps steps, Consumer<Steps> work) {
        Steps taken = new Steps();
        try {
            slot.attend(() -> work.accept(taken));
        } catch (StepFailure hung) {
            taken.cut(ActivationStep.SLOT, role, hung.words());
        }
        steps.append(taken);
    }

    private void ready(Slot slot, Filling filling, byte[] jar, boolean holds, Steps steps) {
        if (holds) {
            steps.take(ActivationStep.SLOT, filling.role(), () -> slot.subject() + " holds it already");
        } else {
            fill(slot, filling, jar, steps);
        }
        if (!steps.failed()) {
            ask(slot, filling.role(), steps);
        }
    }

    private void fill(Slot slot, Filling filling, byte[] jar, Steps steps) {
        String role = filling.role();
        boolean started = steps.take(ActivationStep.SLOT, role, () -> {
                    slot.fill(filling, jar);
                    return slot.subject() + " took it";
                })
                && steps.take(ActivationStep.RESOLVE, role, () -> {
                    slot.resolve();
                    return "every package was found";
                })
                && steps.take(ActivationStep.START, role, () -> {
                    slot.start();
                    return "it started";
                });
        if (started) {
            steps.take(ActivationStep.SATISFY, role, () -> {
                slot.satisfy(roles.of(role));
                return "its component works";
            });
        }
    }

    private void ask(Slot slot, String role, Steps steps) {
        steps.take(ActivationStep.PROBE, role, () -> {
            DeclaredRole declared = roles.of(role);
            return slot.probe(probe, declared == null ? List.<Question>of() : questions.of(declared));
        });
    }

    /** Puts back what a slot held; it answered before, so it is not asked again. */
    void restore(Slot slot, Filling filling) throws StepFailure {
        byte[] jar = bundles.read(filling.artifact());
        bundles.examine(filling.artifact(), jar, Moment.START);
        slot.fill(filling, jar);
        slot.resolve();
        slot.start();
        slot.satisfy(roles.of(filling.role()));
    }
}
