package tacit.examples.records;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The questions that the agent is asked, and the words that they need.
 *
 * @param tasks in the order in which they are asked
 * @param vocabulary the terms in their calls
 */
record Workload(List<Task> tasks, Vocabulary vocabulary) {

    Workload {
        tasks = List.copyOf(tasks);
    }

    /** The questions about the clinic that this example ships. */
    static Workload clinic() {
        ObjectMapper mapper = new ObjectMapper();
        List<Task> tasks = read(mapper, "tasks.json", new TypeReference<>() {});
        Map<String, Term> terms = read(mapper, "vocabulary.json", new TypeReference<>() {});
        return new Workload(tasks, new Vocabulary(terms));
    }

    private static <T> T read(ObjectMapper mapper, String resource, TypeReference<T> type) {
        try (InputStream in = Resources.open(resource)) {
            return mapper.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
