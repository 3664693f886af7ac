package tacit.pulse.offers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingScope;

/** What the desk meets in a host, as far as a test needs it. Confined to one test. */
final class Fakes {

    private Fakes() {}

    /** Settings that everybody has. */
    static final class FixedSettings implements ScopedSettings {

        final Map<String, String> values = new HashMap<>();

        @Override
        public Resolved resolve(String key, Subject subject) {
            CoreSetting setting = CoreSetting.find(key).orElseThrow();
            return new Resolved(key, values.getOrDefault(key, setting.rule().usual()), null, null);
        }

        @Override
        public List<Resolved> all(Subject subject) {
            return List.of();
        }

        @Override
        public Optional<String> set(
                SettingScope scope, String scopeId, String key, @Nullable String value, String by, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Change> history(SettingScope scope, String scopeId, int limit) {
            return List.of();
        }
    }

    /** Switches that are on until somebody turns them. */
    static final class Switches implements CoreSwitches {

        final Set<CoreStage> off = EnumSet.noneOf(CoreStage.class);
        final List<String> ran = new ArrayList<>();

        @Override
        public boolean on(CoreStage stage) {
            return !off.contains(stage);
        }

        @Override
        public String why(CoreStage stage) {
            return on(stage) ? "" : stage + " is off";
        }

        @Override
        public void turn(@Nullable CoreStage stage, boolean on, String by, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ran(CoreStage stage, int products, List<String> whyNot) {
            ran.add(stage + " " + products + " " + whyNot);
        }

        @Override
        public List<Status> status() {
            return List.of();
        }
    }

    /** Dispatches that remember their orders. */
    static final class Works implements Dispatches {

        final Map<String, DispatchOrder> orders = new LinkedHashMap<>();
        String refuses = "";

        @Override
        public Answer dispatch(DispatchOrder order) {
            if (!refuses.isEmpty()) {
                return Answer.refused(refuses, "The work is refused: " + refuses);
            }
            orders.putIfAbsent(order.key(), order);
            return Answer.of(run(order));
        }

        private static PulseRun run(DispatchOrder order) {
            return new PulseRun(
                    "run-" + order.key(),
                    null,
                    order.profileId(),
                    order.workspaceId(),
                    PulseRun.Type.DISPATCH,
                    DispatchKind.TASK,
                    PulseRun.State.RUNNING,
                    order.source(),
                    "suggestion",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    order.evidence(),
                    PulseRun.Cost.NONE,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null);
        }

        @Override
        public Optional<PulseRun> ofKey(String key) {
            return Optional.ofNullable(orders.get(key)).map(Works::run);
        }

        @Override
        public List<PulseRun> inFlight(String profileId, String workspaceId) {
            return List.of();
        }
    }
}
