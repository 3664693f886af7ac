package tacit.learn.mine.facts;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import tacit.api.trace.RecordedTrace;

/** Writes the fact sheet of a trace once for all who ask for it in a row. Thread-safe. */
@Component(service = FactSheets.class)
public final class FactSheets {

    // One reference, so that a reader sees a whole sheet or none; threads that mine different traces only lose time.
    private volatile @Nullable FactSheet latest;

    // The very same object is meant: comparing traces by value costs more than reading them again.
    @SuppressWarnings("ReferenceEquality")
    public FactSheet of(RecordedTrace trace) {
        FactSheet known = latest;
        if (known != null && known.reading().trace() == trace) {
            return known;
        }
        FactSheet sheet = FactSheet.of(trace);
        latest = sheet;
        return sheet;
    }
}
