package tacit.pulse.approvals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalListener;
import tacit.api.store.Database;

/** Tells listeners of answers until each has taken them; what they took is kept under the names of their classes. Thread-safe. */
@Component(service = Tellings.class)
public final class Tellings {

    private static final Logger log = LoggerFactory.getLogger(Tellings.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final List<ApprovalListener> listeners = new CopyOnWriteArrayList<>();

    /** The inbox is asked for, so that its tables are there. */
    @Activate
    public Tellings(@Reference Database database, @Reference StoredApprovals inbox) {
        this.database = database;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(ApprovalListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ApprovalListener listener) {
        listeners.remove(listener);
    }

    /** Tells each what it has not taken; whether more is to come. */
    boolean tell() {
        boolean more = false;
        for (ApprovalListener listener : listeners) {
            String name = listener.getClass().getName();
            List<Answers.Untold> untold = database.read(session -> new Answers(session).untold(name, AT_ONCE));
            for (Answers.Untold answer : untold) {
                boolean taken = tell(listener, answer);
                database.write(session -> {
                    new Answers(session).told(name, answer, taken);
                    return taken;
                });
            }
            more |= untold.stream().filter(answer -> !answer.again()).count() == AT_ONCE;
        }
        return more;
    }

    private boolean tell(ApprovalListener listener, Answers.Untold answer) {
        Optional<Approval> approval = database.read(session -> new EntryRows(session).find(answer.entryId()));
        try {
            approval.ifPresent(listener::answered);
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "'{}' did not take the answer to '{}'; it is told again",
                    listener.getClass().getName(),
                    answer.entryId(),
                    e);
            return false;
        }
    }
}
