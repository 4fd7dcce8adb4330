"""Operations, reactions, sweeps and the inspector of documents against a real database."""
