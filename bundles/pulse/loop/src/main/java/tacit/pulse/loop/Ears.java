package tacit.pulse.loop;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalListener;
import tacit.api.execute.Execution;
import tacit.api.execute.ExecutionListener;
import tacit.api.pulse.PulseRun;

/** Hears of executions that ended and of answers to what was asked, and leads their dispatches on. Thread-safe. */
@Component(service = {ExecutionListener.class, ApprovalListener.class})
public final class Ears implements ExecutionListener, ApprovalListener {

    private final PulseStore store;
    private final Ends ends;
    private final Doing doing;
    private final HeartBeat heart;

    @Activate
    public Ears(@Reference PulseStore store, @Reference Ends ends, @Reference Doing doing, @Reference HeartBeat heart) {
        this.store = store;
        this.ends = ends;
        this.doing = doing;
        this.heart = heart;
    }

    @Override
    public void ended(Execution execution) {
        ends.of(execution).ifPresent(ended -> {
            PulseRun run = ended.run();
            if (run.type() == PulseRun.Type.STEP && run.parentId() != null) {
                doing.lead(run.parentId());
            }
            heart.freed(run.profileId());
        });
    }

    @Override
    public void answered(Approval approval) {
        store.read(session -> new RunQueries(session).ofApproval(approval.id()))
                .filter(dispatch -> !dispatch.run().state().ended())
                .ifPresent(dispatch -> {
                    doing.lead(dispatch.id());
                    heart.freed(dispatch.run().profileId());
                });
    }
}
