package tacit.learn.evals.made;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.ClusterListener;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Takes the cases of a family out of use when it is dismissed: by what is no failure nobody is judged. Thread-safe. */
@Component
public final class Retiring implements ClusterListener {

    private final ReplayCases cases;
    private final Database database;

    /** Needs the cases before it looks at their tables. */
    @Activate
    public Retiring(@Reference ReplayCases cases, @Reference Database database) {
        this.cases = cases;
        this.database = database;
    }

    @Override
    public void moved(Scope scope, FailureCluster cluster) {
        if (cluster.state() != ClusterState.DISMISSED) {
            return;
        }
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        String why = "Its family " + cluster.id() + " was dismissed";
        for (String id : new CaseCounts(database, scope.workspaceId()).idsOfFamily(cluster.id())) {
            cases.review(workspace, id, State.RETIRED, CaseCounts.OWNER, why);
        }
    }
}
