package org.hospitalviewer.study;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.appliance.job.JobStoppedException;
import org.hospitalviewer.appliance.job.RetryPolicy;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.Corrections;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Carries out the corrections and undoings that wait, one after the other. */
@Component
@OnlyInEmbeddedMode
class CorrectionJob implements JobKind {

    static final String NAME = "study-correction";

    private static final RetryPolicy WHEN_THE_DATABASE_IS_AWAY =
            new RetryPolicy(4, Duration.ofSeconds(10), Duration.ofMinutes(2));

    private final Archive archive;
    private final CorrectionTable table;
    private boolean followed;

    CorrectionJob(Archive archive, CorrectionTable table) {
        this.archive = archive;
        this.table = table;
    }

    /** What was asked for while a run was about to end, or had failed, is not left waiting. */
    @EventListener
    void followRuns(ContextRefreshedEvent event) {
        JobService jobs = event.getApplicationContext().getBean(JobService.class);
        if (!followed) {
            followed = true;
            jobs.subscribe(run -> startAgain(jobs, run));
            if (table.next().isPresent()) {
                jobs.start(NAME);
            }
        }
    }

    private void startAgain(JobService jobs, JobRun run) {
        if (run.kind().equals(NAME) && run.state() == JobState.SUCCEEDED && table.next().isPresent()) {
            jobs.start(NAME);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobProgress progress) {
        Optional<Corrections> corrections = archive.corrections();
        if (corrections.isEmpty()) {
            return "This archive cannot be corrected.";
        }
        int done = 0;
        for (Optional<Correction> next = table.next(); next.isPresent(); next = table.next()) {
            progress.checkpoint();
            carryOut(corrections.get(), next.get(), progress);
            done++;
        }
        return "Corrections carried out: " + done + ".";
    }

    private void carryOut(Corrections corrections, Correction correction, JobProgress progress) {
        String study = correction.studyInstanceUid();
        long findings = progress.findings();
        progress.resumeAt(0, 0);
        progress.note((correction.state() == Correction.State.UNDOING ? "Undoing" : "Applying") + " correction "
                + correction.id() + " of study " + study);
        try {
            if (correction.state() == Correction.State.UNDOING) {
                end(correction, Correction.State.UNDONE, corrections.undo(study, correction.requestedAt(), progress),
                        progress.findings() > findings);
            } else {
                String sentence = corrections.correct(study, values(correction), progress);
                end(correction, Correction.State.APPLIED, sentence, progress.findings() > findings);
            }
        } catch (JobStoppedException e) {
            if (e.isCancelled()) {
                table.update(correction.id(), Correction.State.FAILED, "Cancelled before all objects were changed.");
            }
            throw e;
        } catch (DataAccessException e) {
            throw e; // the job tries again later
        } catch (Exception e) {
            progress.finding(study, "Correction " + correction.id() + ": " + e.getMessage());
            table.update(correction.id(), Correction.State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void end(Correction correction, Correction.State state, String sentence, boolean troubled) {
        if (troubled) {
            table.update(correction.id(), Correction.State.FAILED, sentence);
        } else if (state == Correction.State.APPLIED) {
            table.applied(correction.id(), sentence, objects(correction.studyInstanceUid()));
        } else {
            table.update(correction.id(), state, sentence);
        }
    }

    private static CorrectedValues values(Correction correction) {
        Map<Integer, String> values = new LinkedHashMap<>();
        correction.newValues().forEach((keyword, value) -> Dictionary.tag(keyword)
                .ifPresent(tag -> values.put(tag, value)));
        return new CorrectedValues(values);
    }

    private int objects(String study) {
        return archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(new Match.Equal(Tag.StudyInstanceUID, study)), 0,
                1)).stream().findFirst().map(found -> found.getInt(Tag.NumberOfStudyRelatedInstances, 0)).orElse(0);
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public RetryPolicy retry() {
        return WHEN_THE_DATABASE_IS_AWAY;
    }
}
