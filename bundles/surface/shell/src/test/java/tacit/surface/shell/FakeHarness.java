package tacit.surface.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.InnerCall;
import tacit.api.harness.RoleStatus;
import tacit.api.harness.Situation;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.Examination;

/** What the commands show of a harness that does not run. */
final class FakeHarness {

    private FakeHarness() {}

    static Harness harness() {
        return new Harness() {
            @Override
            public List<RoleStatus> roles() {
                return List.of(
                        new RoleStatus(
                                "failure-template",
                                "I",
                                "test.template",
                                "1.1.0",
                                "b2".repeat(32),
                                "A",
                                0,
                                12,
                                1,
                                Duration.ofNanos(12_500)),
                        new RoleStatus("trace-source", "I", null, null, null, null, 0, 0, 0, null));
            }

            @Override
            public HarnessView view() {
                return new Generation2();
            }

            @Override
            public long unrecorded() {
                return 2;
            }

            @Override
            public List<String> alarms() {
                return List.of("generation 3 could not start");
            }
        };
    }

    /** Of which a command learns the number only. */
    private static final class Generation2 implements HarnessView {

        @Override
        public long generation() {
            return 2;
        }

        @Override
        public <T> T provider(String role, Class<T> type) {
            throw new UnsupportedOperationException("no command asks a provider");
        }

        @Override
        public void close() {
            // Nothing is held
        }
    }

    static BundleTrust trust() {
        return new BundleTrust() {
            @Override
            public Examination examine(byte[] jar, String statement, Moment moment) {
                throw new UnsupportedOperationException("no command examines");
            }

            @Override
            public String policy() {
                return "hash";
            }
        };
    }

    static DecisionLog log() {
        Situation situation = new Situation(
                "failure-template",
                "template(String,String)",
                "[\"a 7\",null]",
                Instant.EPOCH,
                7,
                List.of(new InnerCall("Store", "find()", "[]", "1")));
        Decision decision = new Decision("d1", situation, "\"a <n>\"", "b2".repeat(32), 2, Duration.ofNanos(900), 0);
        return new DecisionLog() {
            @Override
            public boolean offer(Decision offered) {
                return false;
            }

            @Override
            public Page<Decision> list(String role, PageRequest page) {
                return new Page<>(List.of(decision), 0, 1);
            }

            @Override
            public Optional<Decision> find(String id) {
                return id.equals("d1") ? Optional.of(decision) : Optional.empty();
            }

            @Override
            public long dropped() {
                return 3;
            }
        };
    }
}
