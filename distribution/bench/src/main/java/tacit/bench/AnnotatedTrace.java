package tacit.bench;

import java.util.HashSet;
import java.util.Set;
import tacit.api.trace.RecordedTrace;

/** A trace with what people annotated in it: kinds of failure on spans. */
record AnnotatedTrace(RecordedTrace trace, Set<Annotation> annotations) {

    /** A kind of failure, in the words of the annotators, on a span. */
    record Annotation(String category, String spanId) {}

    AnnotatedTrace {
        annotations = Set.copyOf(annotations);
    }

    String id() {
        return trace.trace().id();
    }

    static Set<String> spans(Set<Annotation> annotations) {
        Set<String> spans = new HashSet<>();
        annotations.forEach(annotation -> spans.add(annotation.spanId()));
        return spans;
    }

    static Set<String> categories(Set<Annotation> annotations) {
        Set<String> categories = new HashSet<>();
        annotations.forEach(annotation -> categories.add(annotation.category()));
        return categories;
    }
}
