package tacit.runtime.harness.slot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import tacit.api.harness.Calls;

/** Asks a provider questions and refuses one that fails, dawdles, or answers the same question in two ways. */
public final class Probe {

    private final Calls calls;
    private final Duration deadline;
    private final ObjectMapper mapper = new ObjectMapper();

    public Probe(Calls calls, Duration deadline) {
        this.calls = calls;
        this.deadline = deadline;
    }

    /** Asks each question twice and says how many there were. */
    public String twice(Object provider, Class<?> type, List<Question> questions, Consumer<Thread> hung)
            throws StepFailure {
        for (Question question : questions) {
            String first = ask(provider, type, question, hung);
            if (!first.equals(ask(provider, type, question, hung))) {
                throw new StepFailure(subject(question) + " was answered in two ways: it is not deterministic");
            }
        }
        return counted(questions);
    }

    /** Asks each question once and says how many there were. */
    public String once(Object provider, Class<?> type, List<Question> questions) throws StepFailure {
        for (Question question : questions) {
            ask(provider, type, question, thread -> {});
        }
        return counted(questions);
    }

    private static String counted(List<Question> questions) {
        return questions.isEmpty() ? "there is nothing to ask" : "answered " + questions.size() + " questions";
    }

    private String ask(Object provider, Class<?> type, Question question, Consumer<Thread> hung) throws StepFailure {
        String answer;
        try {
            answer = Errand.run(
                    "probe", deadline, () -> calls.ask(provider, type, question.method(), question.inputs()), hung);
        } catch (ExecutionException e) {
            throw new StepFailure(subject(question) + " could not be asked: " + cause(e, question), e);
        } catch (StepFailure e) {
            throw new StepFailure(subject(question) + ": " + e.words(), e);
        }
        if (!question.mayThrow() && thrown(mapper, answer)) {
            throw new StepFailure(subject(question) + " was answered by " + complaint(answer, question));
        }
        return answer;
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
        try {
            String thrown = mapper.readTree(answer).path("thrown").asText();
            return question.recorded() ? thrown.split(":", 2)[0] : thrown;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read an answer: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether an answer says that the provider threw. */
    static boolean thrown(ObjectMapper mapper, String answer) {
        try {
            JsonNode node = mapper.readTree(answer);
            return node.isObject() && node.size() == 1 && node.path("thrown").isTextual();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
