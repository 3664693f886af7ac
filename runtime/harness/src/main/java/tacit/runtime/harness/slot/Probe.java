package tacit.runtime.harness.slot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import tacit.api.harness.Calls;

/** Asks a provider questions and refuses one that fails, dawdles, or answers the same question in two ways. */
public final class Probe {

    private final Calls calls;
    private final Stillness stillness;
    private final Duration deadline;
    private final ObjectMapper mapper = new ObjectMapper();

    public Probe(Calls calls, Stillness stillness, Duration deadline) {
        this.calls = calls;
        this.stillness = stillness;
        this.deadline = deadline;
    }

    /** Asks each question twice and says how many there were. */
    public String twice(Object provider, Class<?> type, List<Question> questions, Consumer<Thread> hung)
            throws StepFailure {
        return attended(hung, () -> {
            int answered = 0;
            for (Question question : questions) {
                Optional<String> first = ask(provider, type, question, hung);
                if (!first.equals(ask(provider, type, question, hung))) {
                    throw new StepFailure(subject(question) + " was answered in two ways: it is not deterministic");
                }
                answered += first.isPresent() ? 1 : 0;
            }
            return counted(answered);
        });
    }

    /** Asks each question once and says how many there were. */
    public String once(Object provider, Class<?> type, List<Question> questions) throws StepFailure {
        return attended(thread -> {}, () -> {
            int answered = 0;
            for (Question question : questions) {
                answered += answer(provider, type, question).isPresent() ? 1 : 0;
            }
            return counted(answered);
        });
    }

    private static String attended(Consumer<Thread> hung, Callable<String> questions) throws StepFailure {
        try {
            return Errand.attend("probe", questions, hung);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot ask: " + e.getCause(), e.getCause());
        }
    }

    /** Asks one question within the deadline; empty where nobody can say what the answer should be. */
    public Optional<String> answer(Object provider, Class<?> type, Question question) throws StepFailure {
        return ask(provider, type, question, thread -> {});
    }

    /** Asks one question on this thread. */
    public String ask(Object provider, Class<?> type, Question question) throws Exception {
        return stillness.hold(
                question.time(),
                question.seed(),
                question.recorded(),
                () -> calls.ask(provider, type, question.method(), question.inputs()));
    }

    private static String counted(int answered) {
        return answered == 0 ? "there is nothing to ask" : "answered " + answered + " questions";
    }

    /** The answer; empty where the record of the question does not hold what this provider asks for. */
    private Optional<String> ask(Object provider, Class<?> type, Question question, Consumer<Thread> hung)
            throws StepFailure {
        String answer;
        try {
            answer = Errand.run("probe", subject(question) + ": ", deadline, () -> ask(provider, type, question), hung);
        } catch (ExecutionException e) {
            if (question.recorded() && e.getCause() instanceof IllegalStateException) {
                return Optional.empty();
            }
            throw new StepFailure(subject(question) + " could not be asked: " + cause(e, question), e);
        }
        if (!question.mayThrow() && thrown(mapper, answer) && !declared(type, question, answer)) {
            throw new StepFailure(subject(question) + " was answered by " + complaint(answer, question));
        }
        return Optional.of(answer);
    }

    /** Whether the method says of itself that it throws this, such as a source that cannot read a foreign file. */
    private boolean declared(Class<?> type, Question question, String answer) {
        String name = text(answer).split(":", 2)[0];
        return Arrays.stream(type.getMethods())
                .filter(method -> calls.name(method).equals(question.method()))
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .anyMatch(declared -> isA(name, declared));
    }

    private static boolean isA(String name, Class<?> declared) {
        try {
            return declared.isAssignableFrom(Class.forName(name, false, declared.getClassLoader()));
        } catch (ClassNotFoundException foreign) {
            return false;
        }
    }

    private static String subject(Question question) {
        return (question.recorded() ? "recorded question '" : "question '") + question.method() + "'";
    }

    private static String cause(ExecutionException failure, Question question) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return question.recorded() ? cause.getClass().getName() : Causes.words(cause);
    }

    /** A message may repeat what it was asked, so that of a recorded question is left out. */
    private String complaint(String answer, Question question) {
        String thrown = text(answer);
        return question.recorded() ? thrown.split(":", 2)[0] : thrown;
    }

    private String text(String answer) {
        try {
            return mapper.readTree(answer).path("thrown").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read an answer: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether an answer says that the provider threw: what a callback was told before may stand beside it. */
    static boolean thrown(ObjectMapper mapper, String answer) {
        try {
            JsonNode node = mapper.readTree(answer);
            return node.isObject() && node.path("thrown").isTextual() && !node.has("answer");
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
