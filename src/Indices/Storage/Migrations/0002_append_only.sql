-- Facts are only ever added. Apart from these triggers the database cannot tell a correction from tampering.
-- REPLACE would slip past a delete trigger, which is why every connection sets recursive_triggers.

CREATE TRIGGER series_keeps BEFORE UPDATE ON series BEGIN SELECT RAISE(ABORT, 'series is append-only'); END;
CREATE TRIGGER series_stays BEFORE DELETE ON series BEGIN SELECT RAISE(ABORT, 'series is append-only'); END;

CREATE TRIGGER citation_keeps BEFORE UPDATE ON citation BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END;
CREATE TRIGGER citation_stays BEFORE DELETE ON citation BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END;

CREATE TRIGGER raw_document_keeps BEFORE UPDATE ON raw_document BEGIN SELECT RAISE(ABORT, 'raw_document is append-only'); END;
CREATE TRIGGER raw_document_stays BEFORE DELETE ON raw_document BEGIN SELECT RAISE(ABORT, 'raw_document is append-only'); END;

CREATE TRIGGER document_outcome_keeps BEFORE UPDATE ON document_outcome BEGIN SELECT RAISE(ABORT, 'document_outcome is append-only'); END;
CREATE TRIGGER document_outcome_stays BEFORE DELETE ON document_outcome BEGIN SELECT RAISE(ABORT, 'document_outcome is append-only'); END;

CREATE TRIGGER observation_keeps BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;
CREATE TRIGGER observation_stays BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;

CREATE TRIGGER observation_confirmation_keeps BEFORE UPDATE ON observation_confirmation BEGIN SELECT RAISE(ABORT, 'observation_confirmation is append-only'); END;
CREATE TRIGGER observation_confirmation_stays BEFORE DELETE ON observation_confirmation BEGIN SELECT RAISE(ABORT, 'observation_confirmation is append-only'); END;

CREATE TRIGGER deal_keeps BEFORE UPDATE ON deal BEGIN SELECT RAISE(ABORT, 'deal is append-only'); END;
CREATE TRIGGER deal_stays BEFORE DELETE ON deal BEGIN SELECT RAISE(ABORT, 'deal is append-only'); END;

CREATE TRIGGER deal_confirmation_keeps BEFORE UPDATE ON deal_confirmation BEGIN SELECT RAISE(ABORT, 'deal_confirmation is append-only'); END;
CREATE TRIGGER deal_confirmation_stays BEFORE DELETE ON deal_confirmation BEGIN SELECT RAISE(ABORT, 'deal_confirmation is append-only'); END;

CREATE TRIGGER quarantined_row_keeps BEFORE UPDATE ON quarantined_row BEGIN SELECT RAISE(ABORT, 'quarantined_row is append-only'); END;
CREATE TRIGGER quarantined_row_stays BEFORE DELETE ON quarantined_row BEGIN SELECT RAISE(ABORT, 'quarantined_row is append-only'); END;

CREATE TRIGGER definition_keeps BEFORE UPDATE ON definition BEGIN SELECT RAISE(ABORT, 'definition is append-only'); END;
CREATE TRIGGER definition_stays BEFORE DELETE ON definition BEGIN SELECT RAISE(ABORT, 'definition is append-only'); END;

CREATE TRIGGER definition_set_keeps BEFORE UPDATE ON definition_set BEGIN SELECT RAISE(ABORT, 'definition_set is append-only'); END;
CREATE TRIGGER definition_set_stays BEFORE DELETE ON definition_set BEGIN SELECT RAISE(ABORT, 'definition_set is append-only'); END;

CREATE TRIGGER definition_set_member_keeps BEFORE UPDATE ON definition_set_member BEGIN SELECT RAISE(ABORT, 'definition_set_member is append-only'); END;
CREATE TRIGGER definition_set_member_stays BEFORE DELETE ON definition_set_member BEGIN SELECT RAISE(ABORT, 'definition_set_member is append-only'); END;

CREATE TRIGGER calculation_keeps BEFORE UPDATE ON calculation BEGIN SELECT RAISE(ABORT, 'calculation is append-only'); END;
CREATE TRIGGER calculation_stays BEFORE DELETE ON calculation BEGIN SELECT RAISE(ABORT, 'calculation is append-only'); END;

CREATE TRIGGER calculation_parameter_keeps BEFORE UPDATE ON calculation_parameter BEGIN SELECT RAISE(ABORT, 'calculation_parameter is append-only'); END;
CREATE TRIGGER calculation_parameter_stays BEFORE DELETE ON calculation_parameter BEGIN SELECT RAISE(ABORT, 'calculation_parameter is append-only'); END;

CREATE TRIGGER release_version_keeps BEFORE UPDATE ON release_version BEGIN SELECT RAISE(ABORT, 'release_version is append-only'); END;
CREATE TRIGGER release_version_stays BEFORE DELETE ON release_version BEGIN SELECT RAISE(ABORT, 'release_version is append-only'); END;

CREATE TRIGGER release_value_keeps BEFORE UPDATE ON release_value BEGIN SELECT RAISE(ABORT, 'release_value is append-only'); END;
CREATE TRIGGER release_value_stays BEFORE DELETE ON release_value BEGIN SELECT RAISE(ABORT, 'release_value is append-only'); END;

CREATE TRIGGER release_contribution_keeps BEFORE UPDATE ON release_contribution BEGIN SELECT RAISE(ABORT, 'release_contribution is append-only'); END;
CREATE TRIGGER release_contribution_stays BEFORE DELETE ON release_contribution BEGIN SELECT RAISE(ABORT, 'release_contribution is append-only'); END;

CREATE TRIGGER release_score_keeps BEFORE UPDATE ON release_score BEGIN SELECT RAISE(ABORT, 'release_score is append-only'); END;
CREATE TRIGGER release_score_stays BEFORE DELETE ON release_score BEGIN SELECT RAISE(ABORT, 'release_score is append-only'); END;

CREATE TRIGGER release_level_keeps BEFORE UPDATE ON release_level BEGIN SELECT RAISE(ABORT, 'release_level is append-only'); END;
CREATE TRIGGER release_level_stays BEFORE DELETE ON release_level BEGIN SELECT RAISE(ABORT, 'release_level is append-only'); END;

CREATE TRIGGER release_note_keeps BEFORE UPDATE ON release_note BEGIN SELECT RAISE(ABORT, 'release_note is append-only'); END;
CREATE TRIGGER release_note_stays BEFORE DELETE ON release_note BEGIN SELECT RAISE(ABORT, 'release_note is append-only'); END;

CREATE TRIGGER release_decision_keeps BEFORE UPDATE ON release_decision BEGIN SELECT RAISE(ABORT, 'release_decision is append-only'); END;
CREATE TRIGGER release_decision_stays BEFORE DELETE ON release_decision BEGIN SELECT RAISE(ABORT, 'release_decision is append-only'); END;

CREATE TRIGGER publication_keeps BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'publication is append-only'); END;
CREATE TRIGGER publication_stays BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'publication is append-only'); END;

CREATE TRIGGER frozen_parameter_keeps BEFORE UPDATE ON frozen_parameter BEGIN SELECT RAISE(ABORT, 'frozen_parameter is append-only'); END;
CREATE TRIGGER frozen_parameter_stays BEFORE DELETE ON frozen_parameter BEGIN SELECT RAISE(ABORT, 'frozen_parameter is append-only'); END;

CREATE TRIGGER audit_log_keeps BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;

-- Runs are updated while they last, and never removed; neither are accounts.
CREATE TRIGGER job_run_ended BEFORE UPDATE ON job_run WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'job_run has ended'); END;
CREATE TRIGGER job_run_stays BEFORE DELETE ON job_run BEGIN SELECT RAISE(ABORT, 'job_run is kept'); END;
CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'account is kept'); END;
