package bg.telenor.e2e;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Stops the suite when the last test has run; a shutdown hook would not be given the time. */
public final class StopsTheSuite implements TestExecutionListener {

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        RunningSuite.close();
    }
}
