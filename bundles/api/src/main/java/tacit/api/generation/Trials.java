package tacit.api.generation;

import java.util.Set;
import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a candidate answer some callers while the generation in force answers all others. Thread-safe.
 *
 * <p>A trial is nothing that lasts: it is in no ledger, it ends with the host, and every change of the harness (an
 * activation, a rollback, a drill) ends all trials first, as it needs their slots. Who was inside finishes there.
 */
@ProviderType
public interface Trials {

    /** The header of a request by which an agent asks for the candidate of an open trial. */
    String HEADER = "X-Tacit-Trial";

    /**
     * Makes a candidate ready in idle slots, as an activation does it up to and with the probe; nobody is led there yet.
     * A refusal is in the report, never an exception, and leaves no trial.
     *
     * @param id names the trial
     * @param request what the candidate changes; removes no role
     * @throws IllegalStateException when a trial of this name is open
     */
    ActivationReport open(String id, ActivationRequest request);

    /** The trials that are open. */
    Set<String> open();

    /**
     * Does work; what it asks of the changed roles on this thread is answered by the candidate, all else by what is in force.
     * When the trial is not open, or ends meanwhile, what is in force answers everything.
     *
     * @throws Exception what the work throws
     */
    <T> T under(String id, Callable<T> work) throws Exception;

    /** The same work, which on any thread is led to where this thread is led: for work that is handed to other threads. */
    <T> Callable<T> carried(Callable<T> work);

    /** Leads nobody there any more; does nothing when no such trial is open. */
    void close(String id);
}
