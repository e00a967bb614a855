"""Keep who set each of a clinician's limits, and when."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("service", "0001_first")]

    operations: ClassVar = [
        migrations.AddField(model_name="person", name="limit_notes", field=models.JSONField(default=list)),
    ]
