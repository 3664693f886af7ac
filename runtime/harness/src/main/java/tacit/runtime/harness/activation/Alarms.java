package tacit.runtime.harness.activation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator should know now, one sentence for each subject. Thread-safe. */
final class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final Map<String, String> bySubject = new ConcurrentSkipListMap<>();

    void raise(String subject, String words) {
        if (!words.equals(bySubject.put(subject, words))) {
            log.error("{}", words);
        }
    }

    /** Ends the alarms of subjects that begin so. */
    void clear(String prefix) {
        bySubject.keySet().removeIf(subject -> subject.startsWith(prefix));
    }

    List<String> list() {
        return List.copyOf(bySubject.values());
    }
}
