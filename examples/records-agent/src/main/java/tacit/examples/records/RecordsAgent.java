package tacit.examples.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers questions by a fixed script. Confined to one thread.
 *
 * <p>It knows what its context tells it and guesses the rest. A call that fails is tried again with the next guess; when
 * no guess is left it gives up, makes the same call again and again, or makes an answer up, as the task's name decides.
 */
final class RecordsAgent {

    private static final int REPEATS = 3;

    /** What the agent does when no guess is left. */
    private enum Temper {
        GIVES_UP,
        LOOPS,
        INVENTS
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final Vocabulary vocabulary;
    private final Map<String, Tool> tools;
    private final ClinicDatabase database;
    private final Clock clock;

    RecordsAgent(Vocabulary vocabulary, ClinicDatabase database, Clock clock) {
        this.vocabulary = vocabulary;
        this.database = database;
        this.clock = clock;
        this.tools = Map.of("sql", new SqlTool(database), "read_file", new FileTool());
    }

    /** Does one task and says whether the answer was right. */
    Run run(Task task, int trial, Context context) throws SQLException {
        Instant startedAt = clock.instant();
        List<Step> steps = new ArrayList<>();
        Knowledge knowledge = new Knowledge(context);
        for (String call : calls(task, knowledge)) {
            steps.add(step(task, call));
            if (!last(steps).result().failed()) {
                break;
            }
        }
        String answer = answer(task, last(steps).result());
        List<Context.Piece> used = vocabulary.used(task.call(), knowledge);
        return new Run(task, trial, context, used, startedAt, steps, answer, solved(task, answer), clock.instant());
    }

    private Step step(Task task, String call) {
        Instant thoughtAt = clock.instant();
        String arguments = task.tool().equals("sql") ? query(call) : call;
        Instant calledAt = clock.instant();
        Tool tool = tools.get(task.tool());
        if (tool == null) {
            throw new IllegalArgumentException("Cannot call '" + task.tool() + "': no such tool");
        }
        return new Step(arguments, tool.call(arguments), thoughtAt, calledAt, clock.instant());
    }

    private String query(String sql) {
        ObjectNode arguments = mapper.createObjectNode();
        return arguments.put("query", sql).toString();
    }

    /** What the agent tries in turn, until something works. */
    private List<String> calls(Task task, Knowledge knowledge) {
        Set<String> different = new LinkedHashSet<>();
        String call = vocabulary.guessed(task.call(), knowledge, 0);
        while (different.add(call)) {
            call = vocabulary.guessed(task.call(), knowledge, different.size());
        }
        List<String> calls = new ArrayList<>(different);
        if (temper(task) == Temper.LOOPS) {
            calls.addAll(Collections.nCopies(REPEATS, call));
        }
        return calls;
    }

    private static Temper temper(Task task) {
        return Temper.values()[Math.floorMod(task.id().hashCode(), Temper.values().length)];
    }

    private static String answer(Task task, Tool.Result result) {
        if (result.failed()) {
            return temper(task) == Temper.INVENTS ? "The answer is 42." : "I could not find this out.";
        }
        return task.key() == null ? result.text() : line(result.text(), task.key());
    }

    private static String line(String file, String key) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(key) + ": (.*)$").matcher(file);
        return line.find() ? line.group(1) : "The report does not say.";
    }

    private boolean solved(Task task, String answer) throws SQLException {
        String call = vocabulary.right(task.call());
        Tool files = new FileTool();
        String right = task.tool().equals("sql") ? database.query(call) : answer(task, files.call(call));
        return answer.equals(right);
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }
}
