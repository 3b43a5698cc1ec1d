"""What a usage specialises by its place: one row for each `check…` constraint that the resolver establishes so."""

from __future__ import annotations

from functools import cache

import pytest

from generator.resolve import LibraryModel, resolve, resolve_library
from generator.source import SourceFile
from generator.syntax import parse
from tests.resolve.workspace import corpus, library_model

MODEL = """
package P {
    part def Engine;
    action def Run;
    state def On;
    port def Plug { port inner : Plug; }
    item def Box { item inside : Box; part lid : Engine; assert constraint tight; }
    individual part def Herbie;
    occurrence def Trip { snapshot start0; timeslice middle; event occurrence met; occurrence leg : Trip; }
    part def Car {
        part engine : Engine;
        port plug : Plug;
        action run : Run;
        perform action drive : Run;
        state on : On;
        exhibit state off : On;
    }
    action def Steps {
        action one : Run;
        action waiting accept Engine;
        action sending send new Engine() to waiting;
        action setting assign target := 1;
        action ending terminate;
        action choosing if true { }
        action repeating while true { }
        action looping for x in (1, 2) { }
        attribute target;
        merge m; decide d; join j; fork f;
    }
    calc def Sum { calc part1 : Sum; }
    case def Case1 { case inner : Case1; actor who : Engine; }
    analysis def Analysis1 { analysis inner : Analysis1; }
    use case def Use1 { use case inner : Use1; include use case other : Use1; }
    constraint def Check;
    constraint held : Check;
    requirement def Need {
        requirement inner : Need;
        assume constraint assumed : Check;
        require constraint required : Check;
        stakeholder owner0 : Engine;
        actor driver : Engine;
        frame concern worry : Worry;
    }
    concern def Worry;
    requirement need : Need;
    verification def Test1 {
        verification inner : Test1;
        objective goal { verify requirement verified : Need; }
    }
    part proof {
        assert held;
        assert not constraint notHeld : Check;
        satisfy requirement met0 : Need;
        not satisfy requirement unmet : Need;
    }
    state def Modes { state first0 : On; }
    state def Together parallel { state side : On; }
    view def View1 { view inner : View1; viewpoint seen : Point; }
    viewpoint def Point;
    rendering def Drawing { rendering inner : Drawing; }
}
"""

# Constraint, element, feature of the library.
ROWS = (
    ("checkPartUsageSubpartSpecialization", "Box::lid", "Items::Item::subparts"),
    ("checkItemUsageSubitemSpecialization", "Box::inside", "Items::Item::subitems"),
    ("checkConstraintUsageCheckedConstraintSpecialization", "Box::tight", "Items::Item::checkedConstraints"),
    ("checkOccurrenceUsageSnapshotSpecialization", "Trip::start0", "Occurrences::Occurrence::snapshots"),
    ("checkOccurrenceUsageTimeSliceSpecialization", "Trip::middle", "Occurrences::Occurrence::timeSlices"),
    ("checkOccurrenceUsageSuboccurrenceSpecialization", "Trip::leg", "Occurrences::Occurrence::suboccurrences"),
    ("checkEventOccurrenceUsageSpecialization", "Trip::met", "Occurrences::Occurrence::timeEnclosedOccurrences"),
    ("checkPortUsageSubportSpecialization", "Plug::inner", "Ports::Port::subports"),
    ("checkPortUsageOwnedPortSpecialization", "Car::plug", "Parts::Part::ownedPorts"),
    ("checkActionUsageOwnedActionSpecialization", "Car::run", "Parts::Part::ownedActions"),
    ("checkPerformActionUsageSpecialization", "Car::drive", "Parts::Part::performedActions"),
    ("checkStateUsageOwnedStateSpecialization", "Car::on", "Parts::Part::ownedStates"),
    ("checkExhibitStateUsageSpecialization", "Car::off", "Parts::Part::exhibitedStates"),
    ("checkActionUsageSubactionSpecialization", "Steps::one", "Actions::Action::subactions"),
    ("checkAcceptActionUsageSubactionSpecialization", "Steps::waiting", "Actions::Action::acceptSubactions"),
    ("checkSendActionUsageSubactionSpecialization", "Steps::sending", "Actions::Action::sendSubactions"),
    ("checkAssignmentActionUsageSubactionSpecialization", "Steps::setting", "Actions::Action::assignments"),
    ("checkTerminateActionUsageSubactionSpecialization", "Steps::ending", "Actions::Action::terminateSubactions"),
    ("checkIfActionUsageSubactionSpecialization", "Steps::choosing", "Actions::Action::ifSubactions"),
    ("checkWhileLoopActionUsageSubactionSpecialization", "Steps::repeating", "Actions::Action::whileLoops"),
    ("checkForLoopActionUsageSubactionSpecialization", "Steps::looping", "Actions::Action::forLoops"),
    ("checkMergeNodeSpecialization", "Steps::m", "Actions::Action::merges"),
    ("checkDecisionNodeSpecialization", "Steps::d", "Actions::Action::decisions"),
    ("checkJoinNodeSpecialization", "Steps::j", "Actions::Action::joins"),
    ("checkForkNodeSpecialization", "Steps::f", "Actions::Action::forks"),
    ("checkCalculationUsageSubcalculationSpecialization", "Sum::part1", "Calculations::Calculation::subcalculations"),
    ("checkCaseUsageSubcaseSpecialization", "Case1::inner", "Cases::Case::subcases"),
    ("checkPartUsageActorSpecialization", "Case1::who", "Cases::Case::actors"),
    ("checkPartUsageActorSpecialization", "Need::driver", "Requirements::RequirementCheck::actors"),
    ("checkPartUsageStakeholderSpecialization", "Need::owner0", "Requirements::RequirementCheck::stakeholders"),
    ("checkAnalysisCaseUsageSubAnalysisCaseSpecialization", "Analysis1::inner", "AnalysisCases::AnalysisCase::subAnalysisCases"),
    ("checkUseCaseUsageSubUseCaseSpecialization", "Use1::inner", "UseCases::UseCase::subUseCases"),
    ("checkIncludeUseCaseUsageSpecialization", "Use1::other", "UseCases::UseCase::includedUseCases"),
    ("checkRequirementUsageSubrequirementSpecialization", "Need::inner", "Requirements::RequirementCheck::subrequirements"),
    ("checkConstraintUsageRequirementConstraintSpecialization", "Need::assumed", "Requirements::RequirementCheck::assumptions"),
    ("checkConstraintUsageRequirementConstraintSpecialization", "Need::required", "Requirements::RequirementCheck::constraints"),
    ("checkConcernUsageFramedConcernSpecialization", "Need::worry", "Requirements::RequirementCheck::concerns"),
    ("checkVerificationCaseUsageSubVerificationCaseSpecialization", "Test1::inner", "VerificationCases::VerificationCase::subVerificationCases"),
    ("checkRequirementUsageRequirementVerificationSpecialization", "Test1::goal::verified", "VerificationCases::VerificationCase::obj::requirementVerifications"),
    ("checkAssertConstraintUsageSpecialization", "proof::notHeld", "Constraints::negatedConstraintChecks"),
    ("checkSatisfyRequirementUsageSpecialization", "proof::met0", "Requirements::satisfiedRequirementChecks"),
    ("checkSatisfyRequirementUsageSpecialization", "proof::unmet", "Requirements::notSatisfiedRequirementChecks"),
    ("checkStateUsageExclusiveStateSpecialization", "Modes::first0", "States::StateAction::exclusiveStates"),
    ("checkStateUsageSubstateSpecialization", "Together::side", "States::StateAction::substates"),
    ("checkViewUsageSubviewSpecialization", "View1::inner", "Views::View::subviews"),
    ("checkViewpointUsageViewpointSatisfactionSpecialization", "View1::seen", "Views::View::viewpointSatisfactions"),
    ("checkRenderingUsageSubrenderingSpecialization", "Drawing::inner", "Views::Rendering::subrenderings"),
)  # fmt: skip


@cache
def _official() -> LibraryModel:
    files = sorted(corpus("official", "library").rglob("*ml"))
    sources = [SourceFile(each.name, each.read_text(encoding="utf-8")) for each in files]
    return resolve_library([(source, parse(source)[0]) for source in sources])[0]


def _missing(library: LibraryModel) -> list[tuple[str, str, str]]:
    source = SourceFile("p.sysml", MODEL)
    tree, faults = parse(source)
    model, unresolved = resolve([(source, tree)], library)
    assert [each.message for each in (*faults, *unresolved)] == []
    return [
        row
        for row in ROWS
        if model.find(row[2]) is not None and not model.specializes(model[f"P::{row[1]}"], row[2])
    ]


def test_usages_specialize_what_the_official_library_has_for_their_place() -> None:
    library = _official()
    assert [row for row in ROWS if row[2] not in library.records.ids] == []
    assert _missing(library) == []


def test_usages_specialize_what_our_library_has_for_their_place() -> None:
    assert _missing(library_model()) == []


@pytest.mark.parametrize("text", ["action x : A;", "ref action x : A;", "in action x : A;"])
def test_what_belongs_elsewhere_is_no_owned_action(text: str) -> None:
    source = SourceFile("p.sysml", f"package P {{ action def A; part def B {{ {text} }} }}")
    model, _ = resolve([(source, parse(source)[0])], library_model())
    named = [each.reference.text for each in model.specializations(model["P::B::x"])]
    assert ("ownedActions" in named) == text.startswith("action")
