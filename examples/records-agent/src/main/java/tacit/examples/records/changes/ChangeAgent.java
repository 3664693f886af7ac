package tacit.examples.records.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tacit.examples.records.changes.ChangeRun.Step;

/**
 * Changes records by a fixed script. Confined to one thread.
 *
 * <p>In more than half of the tasks it makes up the code of the record instead of looking it up, as agents do: one that does not
 * exist, or that of another record; a code that the user says it takes, be it out of date. Which tasks these are decides the seed, so that the same task goes the same way each
 * time. Where somebody speaks against a call it looks up what it needs and tries once more; otherwise it never learns.
 */
final class ChangeAgent {

    private static final String FIND = "find_record";
    private static final String UPDATE = "update_record";
    private static final double CARELESS = .6;
    private static final int FIRST_CODE = 1_000;
    private static final int CODES = 9_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Register register;
    private final List<Register.Entry> entries;
    private final Adviser adviser;
    private final Clock clock;
    private final long seed;
    private final String batch;

    /** @param batch names the series of runs, which have nothing to do with how they go */
    ChangeAgent(
            Register register, List<Register.Entry> entries, Adviser adviser, Clock clock, long seed, String batch) {
        this.batch = batch;
        this.register = register;
        this.entries = List.copyOf(entries);
        this.adviser = adviser;
        this.clock = clock;
        this.seed = seed;
    }

    /** Does one task and looks at the register afterwards. */
    ChangeRun run(ChangeTask task) throws SQLException, InterruptedException {
        Work work = new Work(task, new Random(31 * seed + task.id().hashCode()), clock.instant());
        try {
            String answer = work.done() ? "Done." : "I could not change this.";
            boolean solved = register.changes().equals(Map.of(task.kind().name() + " " + task.code(), task.value()));
            return new ChangeRun(task, work.startedAt, work.steps, answer, solved, work.stopped, clock.instant());
        } finally {
            register.reset();
        }
    }

    /** One task under way. */
    private final class Work {

        private final ChangeTask task;
        private final Random random;
        private final Instant startedAt;
        private final List<Step> steps = new ArrayList<>();
        private int stopped;

        Work(ChangeTask task, Random random, Instant startedAt) {
            this.task = task;
            this.random = random;
            this.startedAt = startedAt;
        }

        boolean done() throws SQLException, InterruptedException {
            String code = first();
            if (code == null) {
                return false;
            }
            ObjectNode call = update(code);
            if (!adviser.allows(question(call))) {
                stopped++;
                code = found();
                call = code == null ? call : update(code);
                if (code == null || !adviser.allows(question(call))) {
                    stopped++;
                    return false;
                }
            }
            return changed(call, code);
        }

        /** What it goes by without being told otherwise. */
        private @Nullable String first() throws SQLException {
            boolean careless = random.nextDouble() < CARELESS;
            return switch (task.part().form()) {
                case NAME -> careless ? madeUp() : found();
                case OLD_CODE -> careless ? task.oldCode() : found();
                case CODE -> task.code();
            };
        }

        /** A code that nobody said: of no record, or of another one of the table. */
        private String madeUp() {
            List<String> others = entries.stream()
                    .filter(entry -> entry.kind().equals(task.kind()))
                    .map(Register.Entry::code)
                    .filter(code -> !code.equals(task.code()))
                    .toList();
            boolean another = random.nextBoolean();
            return another
                    ? others.get(random.nextInt(others.size()))
                    : task.kind().prefix() + (FIRST_CODE + random.nextInt(CODES));
        }

        private @Nullable String found() throws SQLException {
            if (task.part().form() == Part.Form.CODE) {
                // It was told no name to look for
                return null;
            }
            ObjectNode arguments = mapper.createObjectNode();
            arguments.put("table", task.kind().name()).put("name", task.name());
            Instant at = clock.instant();
            List<String> codes = register.find(task.kind().name(), task.name());
            add(FIND, arguments, codes.isEmpty() ? "No such record" : String.join(", ", codes), null, at);
            // Of two of the same name it takes the first, right or wrong
            return codes.isEmpty() ? null : codes.get(0);
        }

        private ObjectNode update(String code) {
            return mapper.createObjectNode()
                    .put("table", task.kind().name())
                    .put("code", code)
                    .put("field", task.kind().field())
                    .put("value", task.value());
        }

        private boolean changed(ObjectNode arguments, String code) throws SQLException {
            Instant at = clock.instant();
            boolean changed = register.update(task.kind().name(), code, task.value());
            add(UPDATE, arguments, changed ? "Changed" : "No record " + code, changed ? null : "not_found", at);
            return changed;
        }

        private void add(String tool, ObjectNode arguments, String result, @Nullable String errorType, Instant at) {
            steps.add(new Step(tool, arguments.toString(), result, errorType, at, clock.instant()));
        }

        private ObjectNode question(ObjectNode arguments) {
            ObjectNode question = mapper.createObjectNode().put("tool", UPDATE).put("sessionId", task.session(batch));
            question.set("arguments", arguments);
            ArrayNode history = question.putArray("history");
            history.addObject().put("speaker", "user").put("text", task.question());
            for (Step step : steps) {
                ObjectNode past = history.addObject()
                        .put("speaker", "tool")
                        .put("tool", step.tool())
                        .put("text", step.result())
                        .put("failed", step.errorType() != null);
                past.set("arguments", parsed(step.arguments()));
            }
            return question;
        }

        private ObjectNode parsed(String arguments) {
            try {
                return (ObjectNode) mapper.readTree(arguments);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Arguments of a step must be JSON", e);
            }
        }
    }
}
