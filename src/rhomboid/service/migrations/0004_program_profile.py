from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('service', '0003_self_checks_and_photos'),
    ]

    operations = [
        migrations.AddField(
            model_name='program',
            name='profile',
            field=models.JSONField(default=None, null=True),
        ),
    ]
